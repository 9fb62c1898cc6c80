// @ts-check
import checkFile from "eslint-plugin-check-file";
import tseslint from "typescript-eslint";
import { house } from "./eslint-house.mjs";

const VERB_WITHOUT_PERMISSION = {
  selector:
    "ExportNamedDeclaration > FunctionDeclaration[async=true][params.0.name='ctx']:not(:has(CallExpression[callee.name='requireCan']))",
  message: "A verb's first statement is requireCan(ctx, …).",
};
const WRITE_WITHOUT_AUDIT = {
  selector:
    "FunctionDeclaration:has(CallExpression[callee.name='withTx']):not(:has(CallExpression[callee.name='recordAudit']))",
  message: "A verb that opens a transaction records an audit event inside it.",
};
const NETWORK_IN_TX = {
  selector: "CallExpression[callee.name=/^(withTx|meteredTx)$/] CallExpression[callee.name='fetch']",
  message: "No network call inside a transaction. Enqueue a job in the transaction instead.",
};
const CLOCK = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: "Take the time from ctx.now.",
};
const FLOAT_MONEY = {
  selector:
    "CallExpression[callee.name=/^(parseFloat|Number)$/], CallExpression[callee.property.name=/^(toFixed|toNumber)$/], MemberExpression[object.name='Math']",
  message: "Amounts are bigint micros. Do not pass through a float.",
};
const OWN_MOCK = {
  selector:
    "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/] > Literal[value=/^(@\\u002F|\\.)/]",
  message: "Do not mock our own modules: use the database, or pass a fake at the outer edge.",
};
const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Only lib/kernel/env.ts reads the environment.",
};
const EXPORT_ALL = {
  selector: "ExportAllDeclaration",
  message: "Name what a door exports: no `export *`.",
};

const EVERYWHERE = [ENVIRONMENT, EXPORT_ALL, NETWORK_IN_TX];
/** Flat configuration replaces a rule's options per block, so each block spreads the whole list it wants. */
const syntax = (/** @type {{ selector: string, message: string }[]} */ ...rules) => ({
  "no-restricted-syntax": /** @type {["error", ...typeof rules]} */ (["error", ...rules]),
});

const TESTS = ["**/*.{test,itest}.{ts,tsx}", "e2e/**/*.ts"];
const FOUNDATIONS = ["kernel", "db", "access", "observe", "auth", "web", "api", "server", "worker"];

export default tseslint.config(
  {
    ignores: [
      "node_modules",
      ".next",
      ".data",
      ".bench",
      ".screenshots",
      ".tools",
      "lib/db/generated",
      "next-env.d.ts",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx,mjs,cjs}"],
    plugins: { "check-file": checkFile, house },
    extends: [tseslint.configs.recommended],
    rules: {
      "house/explained-suppression": "error",
      "check-file/filename-naming-convention": [
        "error",
        { "**/*.{ts,tsx,mjs,cjs}": "KEBAB_CASE" },
        { ignoreMiddleExtensions: true },
      ],
      "check-file/filename-blocklist": [
        "error",
        {
          "**/{utils,helpers,common,misc,manager,service,v2}.*": "*-what-it-does.*",
          "**/*-{utils,helpers,manager,service,v2}.*": "*-what-it-does.*",
        },
      ],
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", 60],
      "max-params": ["error", 3],
      complexity: ["error", 10],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "no-console": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },
  // `declare global { var … }` is how TypeScript names a property of globalThis.
  { files: ["lib/kernel/env.ts", "lib/db/*.ts"], rules: { "no-var": "off" } },
  // The constructors of branded types.
  {
    files: ["lib/kernel/micros.ts", "lib/pricing/core/cost.ts"],
    rules: { "@typescript-eslint/consistent-type-assertions": "off" },
  },
  { files: ["{lib,app,components}/**/*.{ts,tsx,mjs}"], rules: syntax(...EVERYWHERE) },
  {
    files: ["lib/*/**/*.ts"],
    ignores: FOUNDATIONS.map((name) => `lib/${name}/**`),
    rules: {
      "house/docblock": "error",
      ...syntax(...EVERYWHERE, VERB_WITHOUT_PERMISSION, WRITE_WITHOUT_AUDIT, CLOCK),
    },
  },
  // A named query says by its name what it does.
  { files: ["lib/**/*.repo.ts"], rules: { "house/docblock": "off" } },
  {
    files: ["lib/pricing/core/**/*.ts", "lib/wallets/core/**/*.ts"],
    rules: syntax(...EVERYWHERE, CLOCK, FLOAT_MONEY),
  },
  { files: ["lib/kernel/micros.ts"], rules: syntax(...EVERYWHERE, FLOAT_MONEY) },
  // The environment is read here, in what runs before the program is loadable, and where tests are set up;
  // the logger has to work before there is a configuration, and when there is none.
  {
    files: ["lib/kernel/env.ts", "lib/observe/log.ts", "lib/server/*.mjs", "lib/db/testing/**/*.ts"],
    rules: syntax(EXPORT_ALL, NETWORK_IN_TX),
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: ["stripe", "pg", "@prisma/client"].map((name) => ({
            name,
            message: "Routes call verbs; vendors stay behind them.",
          })),
          patterns: [
            {
              // Up, and then down into another folder. Straight up is a parent's own: what its pages share.
              regex: "^@/app/|^(\\.\\./)+[^./].*/_components",
              message:
                "Another route's files are private: move what is shared up to the parent, components/ or lib/.",
            },
          ],
        },
      ],
    },
  },
  {
    files: TESTS,
    rules: {
      "house/docblock": "off",
      "max-lines": ["error", 400],
      "max-lines-per-function": "off",
      ...syntax(EXPORT_ALL, OWN_MOCK),
    },
  },
  // Makers for tests and seeds stand outside the verbs' rules: they build what verbs then work on.
  { files: ["lib/**/testing.ts"], rules: syntax(EXPORT_ALL, OWN_MOCK) },
  // What a terminal sees is printed here.
  { files: ["prisma/engine/*.mjs", ".config/*.{mjs,ts}"], rules: { "no-console": "off" } },
);
