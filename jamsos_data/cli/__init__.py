"""The command line: what the pages give, for scripts and scheduled jobs, on the same functions.

Owns the way from arguments to an exit status: 0 done, 1 the file has problems, 2 refused or asked for something
that cannot be. One sentence goes to standard error where a person has to act. A fault of the program itself ends
with status 70 and its trace, so that no script takes it for an answer about a file.
"""

import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence

from jamsos_data.cli.parser import build_parser
from jamsos_data.errors import UserError

OK, PROBLEMS, REFUSED, PROGRAM_FAULT = 0, 1, 2, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. Only the modules that the command needs are imported."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = build_parser().parse_args(arguments)
    module, _, function = options.command.partition(":")
    try:
        status = int(getattr(importlib.import_module(f"jamsos_data.cli.{module}"), function)(options))
        sys.stdout.flush()
    except UserError as error:
        print(error.message(options.bahasa), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader (such as `head`) has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except Exception:  # noqa: BLE001  the last place to keep a fault from looking like exit status 1
        traceback.print_exc()
        return PROGRAM_FAULT
    return status
