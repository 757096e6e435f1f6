//! Daachorse's character-wise automaton, leftmost-longest, over a text: what bench_match is measured against.
//!
//!     matchers DICT.txt TEXT.txt REPS
//!
//! Prints the fields of bench_match; CPU seconds of this process, and the same checksum over byte offset and length.
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::{env, fs};

fn usage() -> libc::rusage {
    unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut usage);
        usage
    }
}

fn cpu_seconds() -> f64 {
    let usage = usage();
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

fn peak_megabytes() -> f64 {
    usage().ru_maxrss as f64 / 1024.0
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    if arguments.len() != 4 {
        eprintln!("usage: matchers DICT.txt TEXT.txt REPS");
        std::process::exit(2);
    }
    let dictionary = fs::read_to_string(&arguments[1]).expect("dictionary");
    let names: Vec<&str> = dictionary.lines().filter(|line| !line.is_empty()).collect();
    let text = fs::read_to_string(&arguments[2]).expect("text");
    let repetitions: usize = arguments[3].parse().expect("a number of repetitions");

    let (resident, begin) = (peak_megabytes(), cpu_seconds());
    let automaton: CharwiseDoubleArrayAhoCorasick<u32> = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("automaton");
    let (build, grown) = (cpu_seconds() - begin, peak_megabytes() - resident);

    let mut times = Vec::new();
    let (mut matches, mut bytes, mut sum) = (0u64, 0u64, 0u64);
    for _ in 0..repetitions {
        (matches, bytes, sum) = (0, 0, 0xcbf2_9ce4_8422_2325);
        let begin = cpu_seconds();
        for found in automaton.leftmost_find_iter(&text) {
            let (offset, length) = (found.start() as u64, (found.end() - found.start()) as u64);
            matches += 1;
            bytes += length;
            sum = (sum ^ offset.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ length).wrapping_mul(0x100_0000_01b3);
        }
        times.push(cpu_seconds() - begin);
    }
    times.sort_by(f64::total_cmp);
    let size = text.len() as f64 / 1e6;
    println!(
        "daachorse\tpats={}\tbuild={:.3}\theapMB={:.1}\tbuildRSSdeltaMB={:.1}\tpeakRSS={:.1}\tMB/s_med={:.1}\tMB/s_best={:.1}\tmatches={}\tlen={}\tsum={:016x}",
        names.len(), build, automaton.heap_bytes() as f64 / 1e6, grown, peak_megabytes(),
        size / times[times.len() / 2], size / times[0], matches, bytes, sum
    );
}
