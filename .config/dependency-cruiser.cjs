// @ts-check
/** Who may import whom (style.md §1). A new arrow is a change of this table, made on purpose. */
const MODULE_MAY_USE = {
  metering: ["pricing", "quotas", "wallets", "customers", "merchants", "logs", "audit"],
  wallets: ["customers", "merchants", "quotas", "audit", "tasks"],
  quotas: ["merchants", "audit"],
  commerce: ["wallets", "customers", "pricing", "merchants", "logs", "audit", "jobs", "tasks"],
  portal: [
    "wallets",
    "quotas",
    "metering",
    "customers",
    "commerce",
    "pricing",
    "logs",
    "merchants",
    "mail",
    "audit",
    "jobs",
  ],
  checks: [
    "wallets",
    "quotas",
    "metering",
    "customers",
    "commerce",
    "portal",
    "pricing",
    "logs",
    "merchants",
    "tasks",
  ],
  merchants: ["audit", "mail", "jobs", "tasks"],
  customers: ["merchants", "audit"],
  pricing: ["merchants", "audit", "tasks"],
  logs: ["audit", "tasks"],
  imports: ["logs", "customers", "merchants", "tasks", "audit"],
  tasks: ["audit", "jobs"],
  jobs: [],
  audit: [],
  mail: ["jobs"],
};
const MODULES = Object.keys(MODULE_MAY_USE);
const FOUNDATIONS = ["kernel", "db", "access", "observe"];
/** Where requests come in and processes start; they use modules, and modules do not know them. */
const EDGES = ["auth", "web", "api", "worker", "server"];
const TESTS = "\\.(test|itest)\\.tsx?$|/testing\\.ts$|/testing/";

const one = (/** @type {string[]} */ names) => names.join("|");

/** @param {{ name: string, comment: string, from: object, to: object }} rule */
const forbid = (rule) => ({ severity: "error", ...rule });

module.exports = {
  forbidden: [
    forbid({
      name: "no-cycles",
      comment: "Two files that need each other are one file, or three.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    }),
    forbid({
      name: "no-orphans",
      comment: "Nothing imports it and it imports nothing: it is dead.",
      from: {
        orphan: true,
        pathNot: "\\.d\\.ts$|^\\.config/|^next\\.config\\.ts$|^prisma/engine/|^app/.*\\.(css|tsx?)$",
      },
      to: {},
    }),
    ...MODULES.map((name) =>
      forbid({
        name: `${name}-has-its-doors`,
        comment: `Import lib/${name} through index.ts (servers), schemas.ts (anywhere) or core/index.ts (pure rules).`,
        from: { pathNot: [`^lib/${name}/`, TESTS] },
        to: { path: `^lib/${name}/`, pathNot: `^lib/${name}/((core/)?index|schemas)\\.ts$` },
      }),
    ),
    ...Object.entries(MODULE_MAY_USE).map(([name, neighbours]) =>
      forbid({
        name: `${name}-uses-only-its-neighbours`,
        comment: "The table at the top of .config/dependency-cruiser.cjs says who they are.",
        from: { path: `^lib/${name}/`, pathNot: TESTS },
        to: {
          path: "^(lib|app|components)/",
          pathNot: `^lib/(${one([name, ...FOUNDATIONS, ...neighbours])})/`,
        },
      }),
    ),
    forbid({
      name: "core-is-pure",
      comment: "Rules know cores and the kernel: no database, framework, clock or randomness.",
      from: { path: "^lib/([^/]+)/core/", pathNot: TESTS },
      to: {
        pathNot: [
          "^lib/$1/core/",
          "^lib/[^/]+/core/index\\.ts$",
          "^lib/kernel/",
          "^node_modules/(temporal-polyfill|temporal-spec)/",
        ],
      },
    }),
    forbid({
      name: "only-repos-touch-the-database",
      comment: "A row is seen by repositories alone.",
      from: { pathNot: ["^lib/db/", "\\.repo\\.ts$", "^prisma/", TESTS] },
      to: { path: "^lib/db/(client|generated)" },
    }),
    forbid({
      name: "the-database-door",
      comment: "lib/db is entered through its index.ts; what starts and migrates it belongs to the server.",
      from: { path: "^(lib|app|components)/", pathNot: ["^lib/(db|server)/", TESTS] },
      to: { path: "^lib/db/", pathNot: "^lib/db/((index|migrate)\\.ts$|generated/)" },
    }),
    forbid({
      name: "kernel-knows-nobody",
      comment: "The kernel imports nothing of ours.",
      from: { path: "^lib/kernel/", pathNot: TESTS },
      to: { path: "^(lib|app|components)/", pathNot: "^lib/kernel/" },
    }),
    forbid({
      name: "foundations-know-no-module",
      comment: "Foundations carry modules; they do not know them.",
      from: { path: `^lib/(${one(FOUNDATIONS)})/`, pathNot: TESTS },
      to: { path: "^(lib|app|components)/", pathNot: `^lib/(${one(FOUNDATIONS)})/` },
    }),
    forbid({
      name: "lib-does-not-know-the-screens",
      comment: "Screens call lib, never the other way round.",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    }),
    forbid({
      name: "pages-call-verbs",
      comment: "A route goes through lib/web, lib/auth, lib/api and the doors of modules; not past them.",
      from: { path: "^app/" },
      to: { path: "^lib/(db|access|server|worker|observe)/" },
    }),
    forbid({
      name: "components-stay-generic",
      comment: "A component that knows the product's nouns belongs to its page.",
      from: { path: "^components/" },
      to: { path: "^(app|lib)/", pathNot: "^lib/kernel/" },
    }),
    forbid({
      name: "edges-do-not-know-the-server",
      comment: "The server starts the edges; only its own files import it.",
      from: { path: `^lib/(${one(EDGES.filter((name) => name !== "server"))})/`, pathNot: TESTS },
      to: { path: "^lib/server/" },
    }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|lib/db/generated" },
    exclude: { path: "^(\\.next|\\.data|\\.bench)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
