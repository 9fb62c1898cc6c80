/** Settings → Members: every text of the screen. */
export const TITLE = "Members";

export const ROLE_WORDS: Readonly<Record<string, { label: string; does: string }>> = {
  owner: { label: "Owner", does: "Everything, also deleting the merchant." },
  admin: { label: "Admin", does: "Everything except deleting the merchant and managing owners." },
  analyst: { label: "Analyst", does: "Reads everything and changes nothing." },
  support: { label: "Support", does: "Reads everything, grants credits and resets usage. No pricing." },
};

export const WORDS = {
  description: "Who may enter this dashboard, and what they may do in it.",
  invite: "Invite member",
  inviteLine: "They get a mail with a link by which they set a password. The link is good for seven days.",
  inviteKnown: "Somebody who signs in here already is let in at once, and told by mail.",
  email: "E-mail",
  name: "Name",
  nameHelp: "Optional. They can change it.",
  role: "Role",
  send: "Send invitation",
  notInvited: "Nobody was invited",
  sent: (email: string) => `Invitation sent to ${email}`,
  letIn: (email: string) => `${email} is a member now, and was told by mail`,
  linkTitle: "Invitation link",
  linkLine:
    "The mail is on its way. Or hand this link over yourself: whoever opens it first sets the password.",
  again: "Send again",
  copyLink: "Make a link",
  pending: "Invited",
  over: "Invitation over",
  signsIn: "Signs in",
  you: "You",
  changeRole: "Change role",
  roleChanged: "Role changed. It counts from their next request on.",
  notChanged: "The role was not changed",
  remove: "Remove member",
  revoke: "Withdraw invitation",
  removeTitle: (who: string) => `Remove ${who}?`,
  removeLine:
    "They are shut out from their next request on. What they did keeps their name, in the ledger and in the audit trail. Other merchants of theirs are not touched.",
  revokeLine: "The link they were sent stops working at once.",
  removed: "Member removed",
  notRemoved: "Nobody was removed",
  beyond: "Their role may do more than yours, so you cannot change it.",
  since: "Member since",
  state: "State",
  until: "Link good until",
  empty: "No member on this page",
};
