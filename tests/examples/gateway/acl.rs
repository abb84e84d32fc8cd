//! Canned access lists: what a bucket or an object lets others do than its owner. Whatever is in a bucket belongs to
//! the bucket's owner here, whoever wrote it.

use axum::body::HttpBody as _;
use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::xml::Document;

use crate::errors::RequestError;
use crate::operation::not_implemented;
use crate::request::Request;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Acl {
    Private,
    PublicRead,
    PublicReadWrite,
    AuthenticatedRead,
}

impl Acl {
    /// The list that a request asks for. `accepted` rejects the unknown ones; what else is there gives rights to the
    /// owner, who has them anyway.
    pub fn asked(request: &Request) -> Self {
        match request.header("x-amz-acl") {
            Some("public-read") => Self::PublicRead,
            Some("public-read-write") => Self::PublicReadWrite,
            Some("authenticated-read") => Self::AuthenticatedRead,
            _ => Self::Private,
        }
    }

    /// Lets somebody read who is not the owner; `None` is somebody who does not sign.
    pub fn lets_read(self, user: Option<&str>) -> bool {
        match self {
            Self::Private => false,
            Self::PublicRead | Self::PublicReadWrite => true,
            Self::AuthenticatedRead => user.is_some(),
        }
    }

    /// Lets everybody write into a bucket.
    pub fn lets_write(self) -> bool {
        self == Self::PublicReadWrite
    }

    pub fn document(self, owner: &str) -> Response {
        let mut document = Document::new("AccessControlPolicy");
        document.owner("Owner", owner);
        document.element("AccessControlList", |list| {
            let granted: &[(&str, &str)] = match self {
                Self::Private => &[],
                Self::PublicRead => &[("AllUsers", "READ")],
                Self::PublicReadWrite => &[("AllUsers", "READ"), ("AllUsers", "WRITE")],
                Self::AuthenticatedRead => &[("AuthenticatedUsers", "READ")],
            };
            grant(list, "CanonicalUser", "FULL_CONTROL", |grantee| {
                grantee.leaf("ID", owner).leaf("DisplayName", owner);
            });
            for (group, permission) in granted {
                grant(list, "Group", permission, |grantee| {
                    grantee.leaf("URI", format!("http://acs.amazonaws.com/groups/global/{group}"));
                });
            }
        });
        document.into_response()
    }
}

/// Checks that a request to set a list names one of the canned ones, and no other list in its body.
pub fn check_body(request: &Request) -> Result<(), Failure> {
    let has_body = request.body.size_hint().exact() != Some(0);
    match (request.headers.contains_key("x-amz-acl"), has_body) {
        (true, false) => Ok(()),
        (true, true) => Err(RequestError::UnexpectedContent)?,
        (false, true) => not_implemented("access lists but the canned ones"),
        (false, false) => Err(RequestError::MissingSecurityHeader { missing_header_name: "x-amz-acl" })?,
    }
}

fn grant(list: &mut Document, kind: &str, permission: &str, grantee: impl FnOnce(&mut Document)) {
    list.element("Grant", |grant| {
        grant.raw(&format!("<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"{kind}\">"));
        grantee(grant);
        grant.raw("</Grantee>");
        grant.leaf("Permission", permission);
    });
}
