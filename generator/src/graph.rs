//! Graphs, walked without recursion, as ways may be as long as a document: which edges close a circle, and what is in one (strongly
//! connected components, by Kosaraju's algorithm).

use std::collections::BTreeSet;

/// Where the walk has been.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the way that is walked.
    Open,
    Done,
}

/// The edges that close a circle, found depth first in the order of the nodes: from which node, and which edge of it. The edges
/// of a node are its own marks of them, each with the node that it leads to.
pub(crate) fn closing_edges(edges: &[Vec<(usize, usize)>]) -> BTreeSet<(usize, usize)> {
    let mut state = vec![State::New; edges.len()];
    let mut found = BTreeSet::new();
    for start in 0..edges.len() {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        let mut way = vec![(start, 0)];
        while let Some((node, next)) = way.pop() {
            let Some((edge, target)) = edges[node].get(next) else {
                state[node] = State::Done;
                continue;
            };
            way.push((node, next + 1));
            match state[*target] {
                State::Open => {
                    found.insert((node, *edge));
                }
                State::New => {
                    state[*target] = State::Open;
                    way.push((*target, 0));
                }
                State::Done => {}
            }
        }
    }
    found
}

/// The nodes by the circles that they are in, most of them alone in one. `leads_to` has the nodes that each leads to. What a circle
/// leads to comes before it; within one, the nodes come in their order.
pub(crate) fn circles(leads_to: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut led_from = vec![Vec::new(); leads_to.len()];
    for (node, targets) in leads_to.iter().enumerate() {
        targets
            .iter()
            .for_each(|target| led_from[*target].push(node));
    }
    let mut circles = Vec::new();
    let mut is_new = vec![true; leads_to.len()];
    for node in left(&led_from).into_iter().rev() {
        let mut circle = Vec::new();
        visit(leads_to, node, &mut is_new, &mut circle);
        if !circle.is_empty() {
            circle.sort_unstable();
            circles.push(circle);
        }
    }
    circles
}

/// All nodes, in the order in which a walk leaves them.
fn left(leads_to: &[Vec<usize>]) -> Vec<usize> {
    let mut is_new = vec![true; leads_to.len()];
    let mut left = Vec::with_capacity(leads_to.len());
    for node in 0..leads_to.len() {
        visit(leads_to, node, &mut is_new, &mut left);
    }
    left
}

/// Walks from a node to all new ones, depth first, and adds them when it leaves them.
fn visit(leads_to: &[Vec<usize>], start: usize, is_new: &mut [bool], left: &mut Vec<usize>) {
    if !std::mem::take(&mut is_new[start]) {
        return;
    }
    let mut way = vec![(start, 0)];
    while let Some((node, next)) = way.pop() {
        match leads_to[node].get(next) {
            None => left.push(node),
            Some(target) => {
                way.push((node, next + 1));
                if std::mem::take(&mut is_new[*target]) {
                    way.push((*target, 0));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn what_a_circle_leads_to_comes_before_it() {
        let leads_to = [vec![1], vec![2], vec![1, 3], vec![], vec![0, 4], vec![3]];
        let found = circles(&leads_to);
        let mut sorted = found.clone();
        sorted.sort();
        assert_eq!(sorted, [vec![0], vec![1, 2], vec![3], vec![4], vec![5]]);
        let at = |node: usize| found.iter().position(|circle| circle.contains(&node));
        for (node, targets) in leads_to.iter().enumerate() {
            assert!(targets.iter().all(|target| at(*target) <= at(node)));
        }
    }
}
