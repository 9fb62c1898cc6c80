/** Settings → Your account: every text of the screen. */
export const TITLE = "Your account";

export const WORDS = {
  description: "You, at every merchant you are a member of.",
  who: "Who you are",
  name: "Name",
  nameHelp: "Shown beside what you do. What you did before keeps the name it has.",
  email: "E-mail",
  saveName: "Save name",
  nameSaved: "Name saved",
  notSaved: "Nothing was saved",
  password: "Password",
  passwordLine: "A new password ends your sessions on every other device.",
  current: "Current password",
  next: "New password",
  nextHelp: "At least 8 characters. Long is what makes it strong.",
  change: "Change password",
  changed: "Password changed. Other devices are signed out.",
  notChanged: "The password was not changed",
  without: "You sign in through a provider, without a password.",
  devices: "Devices",
  devicesLine: "Signs you out of every browser, this one included.",
  everywhere: "Sign out on every device",
};
