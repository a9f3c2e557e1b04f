//! Splitting a total by weights so that the parts are whole and add up exactly.

/// Splits `total` in proportion to `weights` by largest remainder. No part exceeds its cap; what a
/// cap cuts off goes to the others.
pub(crate) fn split(total: i128, weights: &[i128], caps: &[i128]) -> Result<Vec<i128>, String> {
    let mut parts = vec![0; weights.len()];
    let mut open: Vec<usize> = (0..weights.len()).filter(|&unit| weights[unit] > 0).collect();
    let mut left = total;
    while left > 0 {
        if open.is_empty() {
            return Err(format!("{left} of {total} is left over: caps or weights are too small"));
        }
        let shares = shares(left, &open, weights);
        let over: Vec<usize> =
            (0..open.len()).filter(|&at| shares[at] > caps[open[at]]).map(|at| open[at]).collect();
        if over.is_empty() {
            open.iter().zip(shares).for_each(|(&unit, share)| parts[unit] = share);
            return Ok(parts);
        }
        for unit in over {
            parts[unit] = caps[unit];
            left -= caps[unit];
            open.retain(|&other| other != unit);
        }
    }
    Ok(parts)
}

/// Largest remainder over the open units; ties go to the earlier unit.
fn shares(total: i128, open: &[usize], weights: &[i128]) -> Vec<i128> {
    let sum: i128 = open.iter().map(|&unit| weights[unit]).sum();
    let mut shares: Vec<i128> = open.iter().map(|&unit| total * weights[unit] / sum).collect();
    let mut order: Vec<usize> = (0..open.len()).collect();
    order.sort_by_key(|&at| (-(total * weights[open[at]] % sum), at));
    let mut left = total - shares.iter().sum::<i128>();
    for at in order {
        if left == 0 {
            break;
        }
        shares[at] += 1;
        left -= 1;
    }
    shares
}
