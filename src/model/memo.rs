//! What is worked out once for many papers, by whoever asks first.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

/// Things by their names, made when they are first asked for. Several may ask at once.
#[derive(Debug)]
pub struct Memo<T>(Mutex<BTreeMap<String, Arc<T>>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Memo<T> {
    /// The thing of this name. Two who ask for it at once may both make it; both get the same.
    ///
    /// # Errors
    /// That of `make`; it is asked again the next time.
    pub fn get<E>(&self, name: &str, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        if let Some(known) = self.known().get(name) {
            return Ok(Arc::clone(known));
        }
        // Not held meanwhile: making one may ask for another.
        let made = Arc::new(make()?);
        Ok(Arc::clone(self.known().entry(name.to_owned()).or_insert(made)))
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, Arc<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_made_once_and_a_failure_is_forgotten() {
        let memo = Memo::default();
        assert_eq!(memo.get("a", || Err::<u8, _>("none")), Err("none"));
        assert_eq!(memo.get("a", || Ok::<_, ()>(1)), Ok(Arc::new(1)));
        assert_eq!(memo.get("a", || Ok::<_, ()>(2)), Ok(Arc::new(1)));
        assert_eq!(memo.get("b", || memo.get("a", || Err(())).map(|it| *it + 1)), Ok(Arc::new(2)));
    }
}
