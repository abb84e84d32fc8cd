//! Canned access lists: what a bucket or an object lets others do than its owner. Whatever is in a bucket belongs to the
//! bucket's owner here, whoever wrote it.

use axum::response::{IntoResponse, Response};
use s3err_tests::servers::xml::Document;

use crate::request::Request;

pub const HEADER: &str = "x-amz-acl";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Acl {
    Private,
    PublicRead,
    PublicReadWrite,
    AuthenticatedRead,
}

impl Acl {
    /// The list that a request asks for. `accepted` rejects the unknown ones; what else is there gives rights to the owner,
    /// who has them anyway.
    pub fn asked(request: &Request) -> Self {
        match request.header(HEADER) {
            Some("public-read") => Self::PublicRead,
            Some("public-read-write") => Self::PublicReadWrite,
            Some("authenticated-read") => Self::AuthenticatedRead,
            _ => Self::Private,
        }
    }

    /// Whether somebody may read who is not the owner; `None` is somebody who does not sign.
    pub fn lets_read(self, user: Option<&str>) -> bool {
        match self {
            Self::Private => false,
            Self::PublicRead | Self::PublicReadWrite => true,
            Self::AuthenticatedRead => user.is_some(),
        }
    }

    /// Whether everybody may write into a bucket.
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

fn grant(list: &mut Document, kind: &str, permission: &str, grantee: impl FnOnce(&mut Document)) {
    list.element("Grant", |grant| {
        grant.raw(&format!("<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"{kind}\">"));
        grantee(grant);
        grant.raw("</Grantee>");
        grant.leaf("Permission", permission);
    });
}
