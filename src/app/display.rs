//! Is there a display? Asked before Bevy starts.
//!
//! Only what is cheap and certain is asked here: variables and sockets. Whether the graphics
//! device works shows only when the renderer starts, which `guard` watches over.

use std::fmt;

/// Why no display can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDisplay {
    /// No display is named in the environment.
    Unset,
    /// The named display does not answer.
    Silent {
        /// What the environment names.
        display: String,
        /// What the connection said.
        cause: String,
    },
}

impl fmt::Display for NoDisplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unset => f.write_str("there is no display (DISPLAY is not set)"),
            Self::Silent { display, cause } => {
                write!(f, "the display {display} does not answer: {cause}")
            }
        }
    }
}

impl std::error::Error for NoDisplay {}

/// Whether a window could be opened here. Takes at most a few seconds.
///
/// # Errors
///
/// [`NoDisplay`] on Unix desktops without a running X11 server. Elsewhere a display is taken for granted.
pub fn probe() -> Result<(), NoDisplay> {
    imp::probe()
}

#[cfg(not(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
mod imp {
    pub(super) fn probe() -> Result<(), super::NoDisplay> {
        Ok(())
    }
}

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
mod imp {
    use std::io;
    use std::net::{TcpStream, ToSocketAddrs};
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    use super::NoDisplay;

    /// How long a display on another machine may take to answer.
    const REMOTE: Duration = Duration::from_secs(3);

    pub(super) fn probe() -> Result<(), NoDisplay> {
        let Some(display) = set("DISPLAY") else {
            return Err(NoDisplay::Unset);
        };
        connect(&display).map_err(|cause| NoDisplay::Silent { display, cause: cause.to_string() })
    }

    fn set(name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    /// Where an X11 display name leads.
    #[derive(Debug, PartialEq, Eq)]
    pub(super) enum Address {
        /// `:0`, `unix:0`: a socket on this machine.
        Local(u16),
        /// `host:0`: port 6000 and up of another one.
        Remote(String, u16),
    }

    /// Reads `[host]:display[.screen]`.
    pub(super) fn parse(display: &str) -> Option<Address> {
        let (host, rest) = display.rsplit_once(':')?;
        let number: u16 = rest.split('.').next()?.parse().ok()?;
        Some(match host {
            "" | "unix" => Address::Local(number),
            host => Address::Remote(host.trim_matches(['[', ']']).to_owned(), number.checked_add(6000)?),
        })
    }

    fn connect(display: &str) -> io::Result<()> {
        match parse(display) {
            Some(Address::Local(number)) => connect_local(number),
            Some(Address::Remote(host, port)) => {
                let address = (host.as_str(), port).to_socket_addrs()?.next().ok_or(io::ErrorKind::AddrNotAvailable)?;
                TcpStream::connect_timeout(&address, REMOTE).map(drop)
            }
            None => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a display name")),
        }
    }

    fn connect_local(number: u16) -> io::Result<()> {
        let path = format!("/tmp/.X11-unix/X{number}");
        let by_path = UnixStream::connect(&path).map(drop);
        #[cfg(target_os = "linux")]
        if by_path.is_err() {
            // Servers in a container often listen in Linux's abstract name space alone.
            use std::os::linux::net::SocketAddrExt;
            let address = std::os::unix::net::SocketAddr::from_abstract_name(&path)?;
            if UnixStream::connect_addr(&address).is_ok() {
                return Ok(());
            }
        }
        by_path
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::imp::{Address, parse};

    #[test]
    fn display_names() {
        assert_eq!(parse(":0"), Some(Address::Local(0)));
        assert_eq!(parse(":12.0"), Some(Address::Local(12)));
        assert_eq!(parse("unix:3"), Some(Address::Local(3)));
        assert_eq!(parse("far.example:1.0"), Some(Address::Remote("far.example".into(), 6001)));
        assert_eq!(parse("[::1]:0"), Some(Address::Remote("::1".into(), 6000)));
        for wrong in ["", "0", ":", ":x", ":65000x", "host:60000"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
