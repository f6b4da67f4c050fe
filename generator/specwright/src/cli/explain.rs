//! `specwright explain`.

use anstream::println;
use specwright_core::diagnostic::Code;

use super::Outcome;

/// Prints what a code means, with an example; without a code, all of them with their titles.
pub(super) fn run(code: Option<Code>) -> Outcome {
    match code {
        Some(code) => {
            let explanation = code.explanation();
            println!("{code:?} ({}): {}\n", code.as_str(), explanation.title);
            println!("{}\n", explanation.means);
            println!("Wrong:\n\n{}\n", indented(explanation.wrong));
            println!("Right:\n\n{}", indented(explanation.right));
        }
        None => {
            for code in Code::ALL {
                println!("{}  {}", code.as_str(), code.explanation().title);
            }
        }
    }
    Outcome::Done
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| format!("    {line}"));
    lines.collect::<Vec<_>>().join("\n")
}
