"""`milepost prove`: the promises, proved over every answer sheet."""

from pathlib import Path

import click

from milepost.cli.terminal import options
from milepost.cli.terminal.errors import ELSEWHERE, Undone, reason
from milepost.cli.terminal.layout import width
from milepost.cli.terminal.streams import echo_json, harmless, printable
from milepost.engine.model.faults import did_you_mean

REPORT = "tell the makers of milepost: it is their fault, and not that of the knowledge base"
EXIT = {"holds": 0, "undecided": 1, "trivial": 3, "broken": 3}


@click.command("prove")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--json", "json_wanted", is_flag=True, help="Print the certificate as JSON.")
@click.option(
    "--timeout",
    type=options.Number(0, kind=float),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="The time of the processor that each promise may take.",
)
@click.option(
    "--save",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the first sheet that breaks a promise as an example.",
)
@click.option("--mutants", is_flag=True, help="Plant faults one by one instead, and tell what catches each.")
@click.option(
    "--sample", type=options.Number(1), metavar="NUMBER", help="With --mutants: only so many, by a fixed choice."
)
@options.with_shared
def command(names, json_wanted, timeout, save, mutants, sample, folder, today) -> int:
    """Prove the promises over every possible answer sheet.

    Exits 3 if one is broken or says nothing, 1 if one stays undecided; with --mutants, 3 if one may harm somebody
    and no promise or check catches it.

    \b
    Examples:
      milepost prove
      milepost prove danger-closes-contact --json
      milepost prove --mutants --sample 500
    """
    from milepost.cli.terminal import proof
    from milepost.engine.promises.certificate import certificate
    from milepost.engine.promises.methods import Disagreement
    from milepost.engine.promises.verdict import Broken

    milepost = options.open_base(folder)
    if mutants:
        if names or save:
            raise click.UsageError("--mutants tries all promises at once, and saves nothing; take the rest out")
        return _try_mutants(milepost, sample, json_wanted)
    if sample:
        raise click.UsageError("--sample is for --mutants")
    kb = milepost.kb
    for name in names:
        if name not in kb.promises:
            remedy = did_you_mean(name, kb.promises, "`milepost prove` alone names all of them")
            raise click.UsageError(f"`{printable(name)}` is not a promise; {remedy}")
    asked = list(dict.fromkeys(names or kb.promises))
    if not asked:
        click.echo("this knowledge base makes no promises", err=True)
    verdicts, replays, interrupted = [], {}, False
    try:
        for place, name in enumerate(asked, 1):
            proof.progress(f"{place} of {len(asked)}: {name}")
            (verdict,) = milepost.prove(name, seconds=timeout)
            if isinstance(verdict, Broken):
                replays[name] = milepost.replay(verdict)
            verdicts.append(verdict)
            proof.progress("")
            if not json_wanted:
                click.echo(proof.certified(verdict, width()))
    except KeyboardInterrupt:
        interrupted = True
        proof.progress("")
    except Disagreement as error:
        # Nothing that was proved before can be relied on any more, so no certificate is given.
        proof.progress("")
        raise Undone(f"{error}, so nothing is proved. {REPORT.capitalize()}.", REPORT) from None
    code = 130 if interrupted else max([0, *(EXIT[v.status] for v in verdicts)]) if asked else 3
    if not json_wanted:
        for verdict in verdicts:
            if isinstance(verdict, Broken):
                click.echo("\n" + proof.witness(verdict, replays[verdict.promise], width()))
        click.echo("\n" + proof.summary(kb, verdicts, len(asked), today, width()))
    if save:
        _save(save, [v for v in verdicts if isinstance(v, Broken)], replays, max(1, code))
    if json_wanted:
        # Last, as there is one document only, and it may have to say that the example could not be written.
        echo_json(certificate(kb, verdicts, replays, asked, str(today)))
    return code


def _try_mutants(milepost, sample: int | None, json_wanted: bool) -> int:
    """Tries each mutant, and tells what catches them. Returns the exit code."""
    from milepost.cli.terminal.mutants import Found, as_data, slipped, table
    from milepost.cli.terminal.proof import progress
    from milepost.engine.mutation.mutants import mutants

    found, interrupted, in_all = Found(), False, 0
    try:
        progress("counting the mutants")
        in_all = sum(1 for _ in mutants(milepost.kb))
        many = min(sample or in_all, in_all)
        for place, mutant in enumerate(milepost.mutants(sample), 1):
            progress(f"{place} of {many}: {mutant.at}")
            one = milepost.killing.tried(mutant)
            found.add(one, milepost.killing.harmed(one) if one.slips_past else None)
    except KeyboardInterrupt:
        interrupted = True
    progress("")
    if json_wanted:
        echo_json(as_data(milepost.kb, found, in_all))
    else:
        click.echo(table(found, width()))
        for one, person in found.slipping:
            click.echo("\n" + slipped(milepost, one, person, width()))
    return 130 if interrupted else 3 if found.slipping else 0


def _save(file: Path, broken: list, replays: dict, code: int) -> None:
    """Writes the first witness, if there is one, as an example.

    Raises Undone, with this exit code, if it cannot be written.
    """
    from milepost.cli.terminal.private_file import COMMON, write_new
    from milepost.engine.promises.witness_example import as_example

    if not broken:
        click.echo(f"no promise is broken, so nothing is written to {harmless(str(file))}", err=True)
        return
    replay = replays[broken[0].promise]
    try:
        write_new(file, as_example(replay.kb, broken[0], replay.conclusion).encode(), COMMON)
    except OSError as error:
        raise Undone(f"{file}: the example cannot be written: {reason(error)}", ELSEWHERE, code) from None
    click.echo(
        f"the sheet that breaks `{broken[0].promise}` is written to {harmless(str(file))} as an example", err=True
    )
