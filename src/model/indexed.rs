//! Things in order, each found by what it belongs to: of thousands of units each is asked for again and again.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::ops::Deref;

/// Things in order, with the places of those that belong to a key.
#[derive(Debug, Clone)]
pub struct Indexed<K, T> {
    all: Vec<T>,
    places: BTreeMap<K, Vec<usize>>,
}

impl<K: Ord, T> Indexed<K, T> {
    /// These, each under the keys that it has.
    pub fn new<I: IntoIterator<Item = K>>(all: Vec<T>, keys: impl Fn(&T) -> I) -> Self {
        let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (place, it) in all.iter().enumerate() {
            for key in keys(it) {
                places.entry(key).or_default().push(place);
            }
        }
        Self { all, places }
    }

    /// Those of a key, in order.
    pub fn of<Q: Ord + ?Sized>(&self, key: &Q) -> impl ExactSizeIterator<Item = &T>
    where
        K: Borrow<Q>,
    {
        let places = self.places.get(key).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|place| &self.all[*place])
    }

    /// Every key that something has, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.places.keys()
    }

    /// The things themselves, in order.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.all
    }
}

impl<K, T> Default for Indexed<K, T> {
    fn default() -> Self {
        Self { all: Vec::new(), places: BTreeMap::new() }
    }
}

impl<K, T> Deref for Indexed<K, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.all
    }
}

impl<'a, K, T> IntoIterator for &'a Indexed<K, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_found_by_each_of_their_keys_in_order() {
        let all = vec!["an", "ba", "nn"];
        let indexed = Indexed::new(all, |it| it.chars().collect::<std::collections::BTreeSet<_>>());
        let of = |key: char| indexed.of(&key).copied().collect::<Vec<_>>();
        assert_eq!((of('a'), of('n'), of('z')), (vec!["an", "ba"], vec!["an", "nn"], vec![]));
        assert_eq!(indexed.keys().collect::<String>(), "abn");
        assert_eq!(&*indexed, ["an", "ba", "nn"]);
        assert_eq!(indexed.into_vec(), ["an", "ba", "nn"]);
    }
}
