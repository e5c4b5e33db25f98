// The exact search, where three values leave a doubt: clauses, decided by learning from conflicts (Marques-Silva and
// Sakallah, 1999), asked any number of times under assumptions (Eén and Sörensson, 2003).

export class Solver {
  /** @param {number} variables how many there are to begin with, counted from 1 */
  constructor(variables) {
    /** @type {number[][]} */
    this.clauses = [];
    /** @type {number[]} */
    this.choices = [];
    this.count = variables;
    this.consistent = true;
  }

  /**
   * Demands that one of these literals holds. All are added before the first question.
   * @param {number[]} literals
   */
  add(...literals) {
    this.clauses.push(literals);
  }

  /**
   * Lets a literal hold exactly if all literals of some conjunction do (Tseitin, 1968).
   * @param {number} literal
   * @param {number[][]} ways
   */
  define(literal, ways) {
    const either = ways.map((way) => {
      if (way.length === 1) return way[0];
      const both = ways.length === 1 ? literal : ++this.count;
      way.forEach((part) => this.add(-both, part));
      this.add(both, ...way.map((part) => -part));
      return both;
    });
    if (either[0] === literal) return;
    this.add(-literal, ...either);
    either.forEach((way) => this.add(literal, -way));
  }

  /** Gets ready for questions, if it is not: nothing is added from then on. */
  begin() {
    if (this.value) return;
    /** What is known of each literal, and below it which clauses look at it, at its own place from the middle on. */
    this.value = new Int8Array(2 * this.count + 1);
    /** @type {number[][][]} */
    this.watches = Array(this.value.length);
    this.level = new Int32Array(this.count + 1);
    /** @type {(number[] | null)[]} */
    this.reason = Array(this.count + 1);
    /** @type {number[]} */
    this.trail = [];
    /** @type {number[]} */
    this.levels = [];
    this.head = 0;
    for (const clause of this.clauses) this.attach(clause);
  }

  /** @param {number[]} clause */
  attach(clause) {
    const [first] = clause, value = this.value[this.count + first];
    if (clause.length > 1) for (const place of [0, 1]) (this.watches[this.count + clause[place]] ??= []).push(clause);
    else if (!first || value < 0) this.consistent = false;
    else if (!value) this.set(first, null);
  }

  /**
   * @param {number} literal
   * @param {number[] | null} reason
   */
  set(literal, reason) {
    const variable = Math.abs(literal);
    this.value[this.count + literal] = 1;
    this.value[this.count - literal] = -1;
    this.level[variable] = this.levels.length;
    this.reason[variable] = reason;
    this.trail.push(literal);
  }

  /** Follows what is set to all that it forces; the clause that cannot hold, if there is one. */
  propagate() {
    const { value, watches, trail, count } = this;
    while (this.head < trail.length) {
      const gone = -trail[this.head++], watching = watches[count + gone] ?? [];
      let kept = 0, conflict = null;
      for (const clause of watching) {
        if (clause[0] === gone) { clause[0] = clause[1]; clause[1] = gone; }
        let next = clause.length;
        if (!conflict && value[count + clause[0]] <= 0) for (next = 2; next < clause.length && value[count + clause[next]] < 0;) next++;
        if (next < clause.length) {
          clause[1] = clause[next];
          clause[next] = gone;
          (watches[count + clause[1]] ??= []).push(clause);
          continue;
        }
        watching[kept++] = clause;
        if (conflict || value[count + clause[0]] > 0) continue;
        if (value[count + clause[0]] < 0) conflict = clause;
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
    for (const literal of this.trail.splice(this.levels[level])) this.value[this.count + literal] = this.value[this.count - literal] = 0;
    this.head = this.trail.length;
    this.levels.length = level;
  }

  /**
   * What set some literals, the latest first: decisions; or, of a `latest` level, the one literal through which all of it went
   * (the first unique implication point), and what was set on levels before.
   * @param {number[]} literals
   * @param {number} latest
   */
  causes(literals, latest = 0) {
    const { level, reason, trail } = this, met = new Uint8Array(this.count + 1), found = [];
    let open = 0, left = 0;
    const meet = (/** @type {number} */ literal) => {
      const variable = Math.abs(literal);
      if (met[variable] || !level[variable]) return;
      met[variable] = 1;
      left++;
      if (level[variable] === latest) open++;
    };
    literals.forEach(meet);
    for (let place = trail.length - 1; left; place--) {
      const literal = trail[place], variable = Math.abs(literal);
      if (!met[variable]) continue;
      left--;
      if (latest ? level[variable] === latest && open-- > 1 : reason[variable]) reason[variable].forEach(meet);
      else found.push(literal);
    }
    return found;
  }

  /**
   * Learns from a conflict the clause that avoids it, and goes back with it.
   * @param {number[]} conflict
   */
  learn(conflict) {
    const causes = this.causes(conflict, this.levels.length), [, before] = causes, learnt = causes.map((literal) => -literal);
    this.back(before ? this.level[Math.abs(before)] : 0);
    this.attach(learnt);
    if (before) this.set(learnt[0], learnt);
  }

  /**
   * Some of these literals that cannot hold together; null if all can.
   * @param {number[]} assumed
   * @returns {number[] | null}
   */
  core(assumed) {
    this.begin();
    const isOpen = (/** @type {number} */ variable) => !this.value[this.count + variable];
    while (this.consistent) {
      // After what is assumed, the first choice that is not set, as one that does not hold: no number where all are set.
      const conflict = this.propagate(), next = assumed[this.levels.length] ?? -this.choices.find(isOpen);
      if (conflict) this.learn(conflict);
      else if (next && this.value[this.count + next] >= 0) {
        this.levels.push(this.trail.length);
        if (isOpen(next)) this.set(next, null);
      } else {
        const found = next ? [next, ...this.causes([next])] : null;
        this.back(0);
        return found;
      }
    }
    return [];
  }

  /**
   * Can all these literals hold?
   * @param {number[]} assumed
   */
  isPossible(assumed) {
    return this.core(assumed) === null;
  }
}
