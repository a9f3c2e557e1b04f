//! The parent's side: workers that are started when needed, used again, and ended when they hang.

use std::ffi::OsString;
use std::io;
use std::io::BufReader;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::path::PathBuf;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crate::finding::failure::Failure;
use crate::finding::refusal::End;
use crate::finding::refusal::Refusal;
use crate::read::workbook;
use crate::read::workbook::Opener;
use crate::read::workbook::limits;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::worker::COMMAND;
use crate::read::workbook::worker::GREETING;
use crate::read::workbook::worker::frame;
use crate::read::workbook::worker::message;

/// Largest file that a worker begins with before it is asked for: it lies in memory once more until then.
const AHEAD_BYTES: usize = 1 << 20;

/// Opens workbooks in processes of their own. Those that call at the same time get a worker each;
/// idle ones are kept for the next file.
#[derive(Debug)]
pub struct Workers {
    program: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    time: Duration,
    idle: Mutex<Vec<Worker>>,
}

impl Workers {
    /// Workers that are this program under its hidden command.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        let arguments = vec![OsString::from(COMMAND)];
        let (program, environment, idle) = (program.into(), Vec::new(), Mutex::new(Vec::new()));
        Self { program, arguments, environment, time: limits::TIME, idle }
    }

    /// The same with a variable in the environment of each worker.
    #[must_use]
    pub fn with_variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// The same with another limit on the time for one file.
    #[must_use]
    pub fn within(self, time: Duration) -> Self {
        Self { time, ..self }
    }

    /// The worker that began with this file, else one that has nothing to do, else a new one.
    fn take(&self, bytes: &[u8]) -> Result<Worker, Failure> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = idle.iter().position(|it| it.ahead.as_deref() == Some(bytes));
        let found = begun.or_else(|| idle.iter().position(|it| it.ahead.is_none()));
        let found = found.map(|at| idle.swap_remove(at));
        drop(idle);
        found.map_or_else(|| self.start(), Ok)
    }

    fn put_back(&self, worker: Worker) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < limits::WORKERS {
            idle.push(Worker { has_served: true, ..worker });
        }
    }

    fn start(&self) -> Result<Worker, Failure> {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        Worker::start(&mut command).map_err(|source| Failure::NoReader {
            program: self.program.clone(),
            detail: source.to_string(),
        })
    }
}

impl Opener for Workers {
    fn open(&self, bytes: &[u8], next: Option<&[u8]>) -> Result<Result<RawBook, Refusal>, Failure> {
        if let Err(refusal) = workbook::require_size(bytes) {
            return Ok(Err(refusal));
        }
        let mut worker = self.take(bytes)?;
        loop {
            match worker.read(bytes, self.time) {
                Ok(answer) => {
                    if let Some(next) = next.filter(|it| may_begin(it)) {
                        worker.begin(next);
                    }
                    self.put_back(worker);
                    return Ok(answer);
                }
                // What the files before it left behind in a worker must not decide about this one.
                Err(end) if worker.has_served && end != End::Time => worker = self.start()?,
                Err(end) => return Ok(Err(Refusal::ReaderEnded(end))),
            }
        }
    }
}

/// Whether a file may be begun before it is asked for: one that is refused by its size is never asked for.
fn may_begin(bytes: &[u8]) -> bool {
    bytes.len() <= AHEAD_BYTES && workbook::require_size(bytes).is_ok()
}

type Answer = io::Result<Result<RawBook, Refusal>>;

/// A worker process. It ends when this is dropped.
#[derive(Debug)]
struct Worker {
    process: Process,
    /// Files for the thread that writes to the process and reads from it.
    files: Sender<Vec<u8>>,
    /// Tells that thread that the answer is waited for.
    asked: Sender<()>,
    answers: Receiver<Answer>,
    /// The file that it began with and was not asked for yet.
    ahead: Option<Vec<u8>>,
    has_served: bool,
}

impl Worker {
    fn start(command: &mut Command) -> io::Result<Self> {
        // What the foreign parser complains of is nothing for a clerk's terminal.
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = Process(child.spawn()?);
        let pipes = process.0.stdin.take().zip(process.0.stdout.take());
        let (input, output) = pipes.expect("both were asked for");
        let (files, files_in) = mpsc::channel();
        let (asked, asked_in) = mpsc::channel();
        let (answers_out, answers) = mpsc::channel();
        let (ready, greeted) = mpsc::channel();
        thread::Builder::new().spawn(move || {
            let mut output = BufReader::new(output);
            let greeting = greeting(&mut output);
            let goes_on = greeting.is_ok();
            if ready.send(greeting).is_ok() && goes_on {
                converse((input, &mut output), (&files_in, &asked_in), &answers_out);
            }
        })?;
        let late = |_| io::Error::from(ErrorKind::TimedOut);
        greeted.recv_timeout(limits::START).map_err(late)??;
        Ok(Self { process, files, asked, answers, ahead: None, has_served: false })
    }

    /// Lets the worker begin with a file that it will be asked for next. One that cannot is told when it is asked.
    fn begin(&mut self, bytes: &[u8]) {
        if self.files.send(bytes.to_vec()).is_ok() {
            self.ahead = Some(bytes.to_vec());
        }
    }

    /// Lets the worker read a file; says how it ended if it gives no answer.
    fn read(&mut self, bytes: &[u8], time: Duration) -> Result<Result<RawBook, Refusal>, End> {
        // The answer to another file must never be taken for the answer to this one.
        let is_given = match self.ahead.take() {
            Some(begun) => begun == bytes,
            None => self.files.send(bytes.to_vec()).is_ok(),
        };
        if !is_given || self.asked.send(()).is_err() {
            return Err(self.process.end());
        }
        match self.answers.recv_timeout(time) {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) if error.kind() == ErrorKind::InvalidData => Err(End::Nonsense),
            Err(RecvTimeoutError::Timeout) => Err(End::Time),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.process.end()),
        }
    }
}

/// Holds that the process is a worker of this version.
fn greeting(output: &mut impl Read) -> io::Result<()> {
    let mut said = [0; GREETING.len()];
    output.read_exact(&mut said)?;
    if said == GREETING.as_bytes() { Ok(()) } else { Err(io::Error::from(ErrorKind::InvalidData)) }
}

/// Sends the worker file after file and receives its answers, until one of the two is gone. No answer is received before
/// it is asked for: of the cells of a file that was begun ahead, a pipe is full.
fn converse(
    (mut input, output): (ChildStdin, &mut BufReader<ChildStdout>),
    (files, asked): (&Receiver<Vec<u8>>, &Receiver<()>),
    answers: &Sender<Answer>,
) {
    for file in files {
        let sent = frame::write(&mut input, &file).and_then(|()| input.flush());
        drop(file);
        if asked.recv().is_err() {
            return;
        }
        // A worker that died while it was written to is told by what it no longer says.
        let answer = message::receive(output).or_else(|error| sent.and(Err(error)));
        let is_last = answer.is_err();
        if answers.send(answer).is_err() || is_last {
            return;
        }
    }
}

/// A child process that does not outlive this.
#[derive(Debug)]
struct Process(Child);

impl Process {
    /// How the process ended, which it has or now does.
    fn end(&mut self) -> End {
        let _ = self.0.kill();
        match self.0.wait() {
            Ok(status) if is_abort(status) => End::Memory,
            _ => End::Crash,
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether a process ended itself as Rust does when memory is refused; a panic does not.
#[cfg(unix)]
fn is_abort(status: ExitStatus) -> bool {
    const SIGABRT: i32 = 6;
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(SIGABRT)
}

/// Whether a process ended itself as Rust does when memory is refused; a panic does not.
#[cfg(not(unix))]
fn is_abort(status: ExitStatus) -> bool {
    const FAST_FAIL: i32 = 0xC000_0409_u32 as i32;
    status.code() == Some(FAST_FAIL)
}
