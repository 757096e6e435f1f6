"""Running programs in turns and telling what they cost: for the scripts of this folder."""

import os
import statistics
import subprocess
import threading
import time


class Cost:
    """CPU and wall seconds, peak memory in MB, and output of one run."""

    def __init__(self, command):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            errors = []
            reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))
            begin = time.perf_counter()
            reader.start()
            self.output = process.stdout.read().decode()
            reader.join()
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f'{" ".join(command)}: {errors[0].decode(errors="replace")}')
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024


def output(*command):
    """What a program prints."""
    return Cost([str(part) for part in command]).output


def quickest(*command, rounds=3):
    """CPU seconds of the quickest of some runs."""
    return min(Cost([str(part) for part in command]).cpu for _ in range(rounds))


def spread(values, form='.2f'):
    """Least, median and greatest of some values."""
    return ' '.join(format(value, form) for value in (min(values), statistics.median(values), max(values)))


def tell_ratio(name, greater, smaller):
    """How many times the one is the other, by medians, with the least and greatest of the rounds."""
    each = [a / b for a, b in zip(greater, smaller)]
    print(f'{name}: {statistics.median(each):.2f} times ({min(each):.2f} to {max(each):.2f})')
