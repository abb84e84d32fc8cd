//! Connections that go on in another protocol, seen by a client.

use crate::http::{Connection, Request, Server};

/// A request for another protocol.
#[must_use]
pub fn upgrade(target: &str) -> Request {
    Request::get(target).with_header("Connection", "Upgrade").with_header("Upgrade", "websocket")
}

/// Requests for another protocol that a server denies to this target.
#[must_use]
pub fn denied() -> [Vec<u8>; 2] {
    [upgrade("/denied").to_bytes(), b"CONNECT denied:443 HTTP/1.1\r\nHost: denied:443\r\n\r\n".to_vec()]
}

/// Asserts that the server responds with a 101, and then sends back what it gets.
pub fn assert_switches_and_echoes(server: &Server) {
    let mut connection = server.connect();
    connection.write(upgrade("/").to_bytes());
    // It has no body, like that to a HEAD.
    let response = connection.read_response("HEAD");
    assert_eq!((response.status, response.one("connection"), response.ids().0.len()), (101, "upgrade", 16));
    assert_echoes(&mut connection);
}

/// Asserts that what is sent comes back.
pub fn assert_echoes(connection: &mut Connection) {
    for text in ["one", "two"] {
        connection.write(text);
        assert_eq!(connection.read_exactly(3), text.as_bytes());
    }
}
