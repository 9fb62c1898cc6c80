import type { PortalCheck } from "@/lib/portal";
import type { TokenLanguage } from "@/lib/portal/core";

/** Texts of the screen "Customer page". */
export const PAGE = {
  title: "Customer page",
  about: "What your customers see of their credits: their own page, or a part of yours.",
  open: "Open page",
};

export const FORM = {
  shows: "What it shows",
  showsHelp:
    "Each can also be said where the page is embedded. Your settings are what counts where nothing is said.",
  chatbot: "Chatbot usage",
  aiforms: "AI forms usage",
  imagegenerator: "Image generator usage",
  purchasehistory: "Purchase history",
  buycredits: "Button to buy credits",
  title: "Title",
  titleUsual: "Credits & Usage",
  intro: "Introduction",
  introUsual: "View your credits, purchases, and quotas.",
  buycreditslabel: "Label of the button",
  buycreditslabelUsual: "Buy credits",
  buycreditsurl: "Address of the button",
  buycreditsurlHelp: "Empty: the address in your general settings.",
  modules: "Further modules",
  look: "How it looks",
  logo: "Address of your logo",
  accent: "Your colour",
  accentHelp:
    "For the button and links, as #rrggbb. Where it could not be read we make it darker or lighter.",
  accentBad: "Must be a colour such as #1a5fcc.",
  contrast: (button: string, text: string) => `Button text ${button}:1, links ${text}:1. 4.5:1 is the least.`,
  language: "Language",
  languageBrowser: "The visitor's",
  places: "Where it may stand",
  origins: "Sites that may embed it",
  originsHelp: "One a line, such as https://shop.example.com. Other sites cannot show it.",
  email: "Sign in by a link in an e-mail",
  emailHelp: "Only to addresses that a customer of yours has.",
  save: "Save page",
  saved: "The page was saved",
  notSaved: "The page was not saved",
  unsaved: "Not saved: the preview and the snippet have it, other places do not.",
  readOnly: "You may look at these settings. Owners and admins change them.",
  languages: { en: "English", de: "Deutsch" },
};

export const PREVIEW = {
  title: "Preview",
  asGuest: "As a guest",
  frame: "Preview of the customer page",
  customer: "Customer id",
  see: "See as this customer",
  newTab: "In a new tab",
  help: "Read only, marked on the page, and written down in the audit trail.",
  failed: "The page could not be opened",
};

export const EMBED = {
  title: "Put it on your site",
  help: "Options that differ from your saved settings stand in the snippet. Your server puts a signed token in place of SIGNED-TOKEN; without one the visitor is a guest.",
  kinds: { script: "Script tag", frame: "Frame", shortcode: "WordPress", link: "Link" },
  kindsLabel: "Kind of snippet",
  notes: {
    script:
      'Sizes itself and follows your page\'s light or dark. Instead of data-token it takes data-token-url: an address of your own that answers {"token": "…"}.',
    frame:
      "Where no script may run. Its height is fixed, and the token must be fresh when the page is loaded.",
    link: "For a menu or a mail. Customers sign in by e-mail, or come from your site with ?token=….",
  },
  wordpress: {
    download: "Download the plugin",
    upload:
      "(a .zip that knows this installation's address and your slug). In WordPress: Plugins → Add New → Upload Plugin, install, activate.",
    secretLink: "Make a secret",
    secret:
      "below, and enter it in WordPress under Settings → Tollgate. That screen also says whether everything works.",
    site: 'Add your WordPress site under "Sites that may embed it" above, and save.',
    put: 'Put the block "Credits & usage" or the shortcode from here on a page. Visitors who are logged in to WordPress see their own credits, under their WordPress user id; others see what an account brings, and where to log in.',
    before:
      "Coming from AI Puffer? Pages with [aipkit_token_usage] can stay as they are: once AI Puffer is deactivated, the plugin answers that shortcode and takes its options.",
  },
  place: "Then say where it stands, so that buttons under quota messages lead there:",
  placeLink: "Customer dashboard URL",
};

export const SECRET = {
  title: "Signing customers in from your own login",
  help: "Your server signs a short-lived token with this secret, so that customers who are signed in at your site need not sign in again.",
  none: "There is no secret yet.",
  made: "Made",
  previous: "The one before is good until",
  make: "Make secret",
  replace: "Replace secret",
  ask: "Replace the secret?",
  askText:
    "Tokens signed with the secret you have now stop working at once, or in a day, if you want time to change it everywhere. Customers who are signed in stay signed in.",
  keep: "Keep the old secret for a day",
  shown: "Your new secret",
  shownHelp: "It is shown now and never again. Keep it on your server, not in a page.",
  failed: "No secret was made",
  languages: { php: "PHP", node: "Node.js", python: "Python" } satisfies Record<TokenLanguage, string>,
  languagesLabel: "Programming language",
  example: "Making a token",
};

export const CHECKS = {
  title: "A customer sees no usage?",
  help: "Enter the customer's id, and each condition is looked at.",
  customer: "Customer to check",
  run: "Check",
  pass: "Yes",
  fail: "No",
  unknown: "Not known",
};

type CheckWords = {
  readonly question: string;
  readonly pass: string;
  readonly fail: string;
  readonly fix: string;
};

/** Of each condition: the question, what is good, what is wrong, and what the link says that mends it. */
export const CHECK_WORDS: Record<PortalCheck["check"], CheckWords> = {
  placed: {
    question: "Does the page stand somewhere that may show it?",
    pass: "On",
    fail: 'Set the customer dashboard URL, and name its site under "Sites that may embed it".',
    fix: "General settings",
  },
  known: {
    question: "Do we know this customer?",
    pass: "It is",
    fail: "No request and no purchase has named this id. Is it the id your site uses?",
    fix: "Balances",
  },
  signed_in: {
    question: "Are they signed in?",
    pass: "Since",
    fail: "No session is open. Tokens or links may not reach the page.",
    fix: "Sign-in secret",
  },
  access: {
    question: "Do limits let them in?",
    pass: "No limit of 0 applies",
    fail: "Access is disabled for their roles in",
    fix: "Limits",
  },
  usage: {
    question: "Was usage recorded for them in the last 30 days?",
    pass: "In",
    fail: "Nothing was recorded under this id. Do your requests name the customer?",
    fix: "Logs",
  },
  shown: {
    question: "Does the page show these modules?",
    pass: "All of them",
    fail: "Hidden by your settings:",
    fix: "What it shows",
  },
};
