// The exact search, where three values leave a doubt: clauses, decided by learning from conflicts (Marques-Silva and
// Sakallah, 1999), asked any number of times under assumptions (Eén and Sörensson, 2003).

const code = (/** @type {number} */ literal) => (literal > 0 ? 2 * literal : 1 - 2 * literal);
const literalOf = (/** @type {number} */ code) => (code & 1 ? -(code >> 1) : code >> 1);

export class Solver {
  /** @param {number} variables how many there are to begin with, counted from 1 */
  constructor(variables) {
    /** @type {number[][][]} by a literal's code, the clauses that look at it */
    this.watches = [];
    /** @type {number[][] | null} */
    this.clauses = [];
    /** @type {number[]} */
    this.choices = [];
    this.count = variables;
    this.consistent = true;
  }

  /** A new variable. */
  variable() {
    return ++this.count;
  }

  /**
   * Demands that one of these literals holds. All are added before the first question.
   * @param {number[]} literals
   */
  add(...literals) {
    this.clauses.push(literals.map(code));
  }

  /**
   * Lets a literal hold exactly if all literals of some conjunction do (Tseitin, 1968).
   * @param {number} literal
   * @param {number[][]} ways
   */
  define(literal, ways) {
    const either = ways.map((way) => {
      if (way.length === 1) return way[0];
      const both = ways.length === 1 ? literal : this.variable();
      way.forEach((part) => this.add(-both, part));
      this.add(both, ...way.map((part) => -part));
      return both;
    });
    if (ways.length === 1 && either[0] === literal) return;
    this.add(-literal, ...either);
    either.forEach((way) => this.add(literal, -way));
  }

  /** Gets ready for questions, if it is not: nothing is added from then on. */
  begin() {
    if (!this.clauses) return;
    const size = 2 * this.count + 2;
    this.value = new Int8Array(size);
    this.level = new Int32Array(this.count + 1);
    this.seen = new Uint8Array(this.count + 1);
    /** @type {(number[] | null)[]} */
    this.reason = [];
    /** @type {number[]} */
    this.trail = [];
    /** @type {number[]} */
    this.levels = [];
    this.head = 0;
    this.watches = Array.from({ length: size }, () => []);
    for (const clause of this.clauses) this.attach(clause);
    this.clauses = null;
  }

  /** @param {number[]} clause */
  attach(clause) {
    if (clause.length > 1) for (const place of [0, 1]) this.watches[clause[place]].push(clause);
    else if (!clause.length || this.value[clause[0]] < 0) this.consistent = false;
    else if (!this.value[clause[0]]) this.set(clause[0], null);
  }

  /**
   * @param {number} code
   * @param {number[] | null} reason
   */
  set(code, reason) {
    this.value[code] = 1;
    this.value[code ^ 1] = -1;
    this.level[code >> 1] = this.levels.length;
    this.reason[code >> 1] = reason;
    this.trail.push(code);
  }

  /** Follows what is set to all that it forces; the clause that cannot hold, if there is one. */
  propagate() {
    const { value, watches, trail } = this;
    while (this.head < trail.length) {
      const gone = trail[this.head++] ^ 1, watching = watches[gone];
      let kept = 0, conflict = null;
      for (let place = 0; place < watching.length; place++) {
        const clause = watching[place];
        if (conflict) { watching[kept++] = clause; continue; }
        if (clause[0] === gone) { clause[0] = clause[1]; clause[1] = gone; }
        if (value[clause[0]] > 0) { watching[kept++] = clause; continue; }
        let next = 2;
        while (next < clause.length && value[clause[next]] < 0) next++;
        if (next < clause.length) {
          clause[1] = clause[next];
          clause[next] = gone;
          watches[clause[1]].push(clause);
          continue;
        }
        watching[kept++] = clause;
        if (value[clause[0]] < 0) conflict = clause;
        else this.set(clause[0], clause);
      }
      watching.length = kept;
      if (conflict) return conflict;
    }
    return null;
  }

  /** @param {number} level */
  back(level) {
    if (this.levels.length <= level) return;
    for (const code of this.trail.splice(this.levels[level])) this.value[code] = this.value[code ^ 1] = 0;
    this.head = this.trail.length;
    this.levels.length = level;
  }

  /**
   * Learns from a conflict the clause that avoids it (the first unique implication point), and goes back with it.
   * @param {number[]} conflict
   */
  learn(conflict) {
    const { seen, level, trail, reason } = this, now = this.levels.length, others = [];
    if (!now) { this.consistent = false; return; }
    let open = 0, place = trail.length, code = -1;
    do {
      for (const other of conflict) {
        const variable = other >> 1;
        if (other === code || seen[variable] || !level[variable]) continue;
        seen[variable] = 1;
        if (level[variable] === now) open++;
        else others.push(other);
      }
      do code = trail[--place]; while (!seen[code >> 1]);
      conflict = reason[code >> 1];
      seen[code >> 1] = 0;
    } while (--open);
    for (const other of others) seen[other >> 1] = 0;
    others.sort((one, other) => level[other >> 1] - level[one >> 1]);
    this.back(others.length && level[others[0] >> 1]);
    const learnt = [code ^ 1, ...others];
    this.attach(learnt);
    if (others.length) this.set(learnt[0], learnt);
  }

  /**
   * Which of the assumptions made it so that this one cannot hold.
   * @param {number} code
   */
  blame(code) {
    const { seen, reason, level, trail } = this, found = [literalOf(code)];
    seen[code >> 1] = 1;
    for (let place = trail.length - 1; place >= (this.levels[0] ?? trail.length); place--) {
      const variable = trail[place] >> 1;
      if (!seen[variable]) continue;
      if (!reason[variable]) found.push(literalOf(trail[place]));
      else for (const other of reason[variable]) if (level[other >> 1]) seen[other >> 1] = 1;
      seen[variable] = 0;
    }
    seen[code >> 1] = 0;
    return new Set(found);
  }

  /** The first choice that is not set, as one that does not hold; nothing where all are set. */
  choice() {
    const open = this.choices.find((variable) => !this.value[2 * variable]);
    return open && 2 * open + 1;
  }

  /**
   * Some of these literals that cannot hold together; null if all can.
   * @param {Iterable<number>} assumed
   * @returns {Set<number> | null}
   */
  core(assumed) {
    this.begin();
    const wanted = [...assumed].map(code);
    while (this.consistent) {
      const conflict = this.propagate(), next = wanted[this.levels.length] ?? this.choice();
      if (conflict) this.learn(conflict);
      else if (next && this.value[next] >= 0) {
        this.levels.push(this.trail.length);
        if (!this.value[next]) this.set(next, null);
      } else {
        const found = next ? this.blame(next) : null;
        this.back(0);
        return found;
      }
    }
    return new Set();
  }

  /**
   * Can all these literals hold?
   * @param {Iterable<number>} assumed
   */
  isPossible(assumed) {
    return this.core(assumed) === null;
  }
}
