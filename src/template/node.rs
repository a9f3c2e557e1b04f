//! Paths into the data that templates name.

use serde_json::Value;

/// What a name may stand for: the values that it has, over all entries of a list. Empty where that
/// cannot be known.
pub(super) type Node<'v> = Vec<&'v Value>;

/// Where a path breaks off.
pub(super) struct Missing<'n, 'v> {
    pub(super) name: &'n str,
    pub(super) among: Node<'v>,
}

/// Follows names into the data.
pub(super) fn follow<'v, 'n>(
    start: Node<'v>,
    names: &'n [String],
    path: &str,
    is_own: bool,
) -> Result<(Node<'v>, String), (Missing<'n, 'v>, String)> {
    let (mut node, mut path) = (start, if is_own { String::new() } else { path.to_owned() });
    for name in names {
        let next: Node<'v> = node.iter().copied().filter_map(|it| step(it, name)).collect();
        let may_be = node.is_empty() || node.iter().any(|it| it.is_null());
        if next.is_empty() && !may_be {
            return Err((Missing { name, among: node }, path));
        }
        node = next;
        path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
    }
    Ok((node, path))
}

fn step<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(entries) => entries.get(name),
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The entries of lists, and the values of tables.
pub(super) fn entries<'v>(lists: &Node<'v>) -> Node<'v> {
    let mut all = Vec::new();
    for list in lists {
        match list {
            Value::Array(items) => all.extend(items),
            Value::Object(items) => all.extend(items.iter().map(|(_, it)| it)),
            _ => {}
        }
    }
    all
}

/// The names of a path: `a.b`, `a/b`, `a.[b c]`, `this.a`.
pub(super) fn segments(path: &str) -> Vec<String> {
    let (mut names, mut name, mut in_brackets) = (Vec::new(), String::new(), false);
    for character in path.chars() {
        match character {
            '[' if !in_brackets => in_brackets = true,
            ']' => in_brackets = false,
            '.' | '/' if !in_brackets => names.push(std::mem::take(&mut name)),
            other => name.push(other),
        }
    }
    names.push(name);
    names.retain(|it| !it.is_empty());
    if names.first().is_some_and(|it| it == "this") {
        names.remove(0);
    }
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_are_read_as_the_engine_reads_them() {
        for (path, names) in [
            ("a", &["a"] as &[&str]),
            ("a.b", &["a", "b"]),
            ("a/b.c", &["a", "b", "c"]),
            ("this", &[]),
            ("this.a", &["a"]),
            ("./a", &["a"]),
            ("a.[b c].0", &["a", "b c", "0"]),
        ] {
            assert_eq!(segments(path), names, "{path}");
        }
    }

    #[test]
    fn what_cannot_be_known_is_let_pass() {
        let data = json!({ "a": { "b": null }, "l": [{ "x": 1 }, { "y": 2 }], "e": [] });
        let reached = |path: &str| {
            let names = segments(path);
            follow(vec![&data], &names, "", false).map(|it| it.0.len()).map_err(|it| it.1)
        };
        assert_eq!(reached("a.b.c.d"), Ok(0));
        assert_eq!(reached("a.c"), Err("a".to_owned()));
        assert_eq!(reached("l.0.x"), Ok(1));
        assert_eq!(reached("l.x"), Err("l".to_owned()));
        let lists = [&data["l"], &data["e"]];
        assert_eq!(entries(&vec![lists[0]]).len(), 2);
        assert!(entries(&vec![lists[1]]).is_empty());
    }
}
