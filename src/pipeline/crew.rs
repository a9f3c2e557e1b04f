//! Much work of one kind on all cores, with the results in the order of the work.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::mpsc::channel;
use std::thread;

use rayon::ThreadPool;
use rayon::ThreadPoolBuilder;

/// Pieces of work that may wait, for each who works, until an earlier one is done: a long report at the
/// beginning holds up nobody, and memory stays bounded. What waits is what a paper prints, no longer its bytes.
const AHEAD: usize = 64;

/// Most who work at once: each needs memory of its own.
const MOST: usize = 32;

/// How many work at once on this machine. It decides about speed alone.
fn hands() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST)
}

/// Keeps what the typesetter would do on several cores on the thread that asks for it: while all cores have papers of
/// their own, handing parts of one around costs a tenth and gains nothing.
fn alone() -> Option<ThreadPool> {
    ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok()
}

/// How far the work is.
struct Progress {
    next: usize,
    taken: usize,
    is_over: bool,
}

struct Board {
    progress: Mutex<Progress>,
    moved: Condvar,
}

impl Board {
    fn now(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next piece of work; waits while too many results wait to be taken.
    fn draw(&self, count: usize, ahead: usize) -> Option<usize> {
        let mut progress = self.now();
        while !progress.is_over && progress.next >= progress.taken + ahead {
            progress = self.moved.wait(progress).unwrap_or_else(PoisonError::into_inner);
        }
        let piece = progress.next;
        progress.next += 1;
        (!progress.is_over && piece < count).then_some(piece)
    }

    fn change(&self, change: impl FnOnce(&mut Progress)) {
        change(&mut self.now());
        self.moved.notify_all();
    }
}

/// Does `count` pieces of work on all cores; `take` gets each result in order, on the thread that called. The
/// first error in that order ends the work.
///
/// # Errors
/// That of `work` or of `take`.
pub(super) fn in_order<T: Send, E: Send>(
    count: usize,
    work: impl Fn(usize) -> Result<T, E> + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let hands = hands().min(count.max(1));
    let progress = Mutex::new(Progress { next: 0, taken: 0, is_over: false });
    let board = Board { progress, moved: Condvar::new() };
    let (tell, told) = channel();
    thread::scope(|scope| {
        for _ in 0..hands {
            let (tell, board, work) = (tell.clone(), &board, &work);
            scope.spawn(move || {
                let _pool = (count > hands).then(alone);
                while let Some(piece) = board.draw(count, hands * AHEAD) {
                    if tell.send((piece, work(piece))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(tell);
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        let mut outcome = Ok(());
        for (piece, result) in told {
            waiting.insert(piece, result);
            while let (Ok(()), Some(result)) = (&outcome, waiting.remove(&next)) {
                outcome = result.and_then(|it| take(next, it));
                next += 1;
                board.change(|it| it.taken = next);
            }
            if outcome.is_err() {
                board.change(|it| it.is_over = true);
            }
        }
        outcome
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order() {
        let mut taken = Vec::new();
        let slow_first = |piece: usize| {
            if piece == 0 {
                thread::sleep(std::time::Duration::from_millis(20));
            }
            Ok::<_, ()>(piece * piece)
        };
        in_order(1_000, slow_first, |piece, it| {
            taken.push((piece, it));
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, (0..1_000).map(|it| (it, it * it)).collect::<Vec<_>>());
        in_order(0, |_| Err::<(), _>("none"), |_, ()| Ok(())).unwrap();
    }

    #[test]
    fn the_first_error_in_order_ends_the_work() {
        let mut taken = 0;
        let work = |piece: usize| if piece % 100 == 70 { Err(piece) } else { Ok(()) };
        let outcome = in_order(10_000, work, |_, ()| {
            taken += 1;
            Ok(())
        });
        assert_eq!((outcome, taken), (Err(70), 70));
        assert_eq!(in_order(10, |_| Ok(()), |piece, ()| Err(piece)), Err(0));
    }
}
