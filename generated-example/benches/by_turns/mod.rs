//! Two things measured by turns, and compared.

/// The medians of two things that were measured by turns, and of the first as a multiple of the second. Each turn is
/// compared with its neighbour: what else the machine does mostly lasts longer than a turn, and meets both.
pub(crate) fn compared(turns: &[[f64; 2]]) -> (f64, f64, f64) {
    let each = |side: usize| median(turns.iter().map(|turn| turn[side]));
    let ratio = median(turns.iter().map(|[one, other]| one / other));
    (each(0), each(1), ratio)
}

/// Which of two sides is measured first: they take it in turns.
pub(crate) fn order(turn: usize) -> [usize; 2] {
    [turn % 2, (turn + 1) % 2]
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
