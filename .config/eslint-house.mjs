// @ts-check
/** Rules of this house that no plugin has. */

/** @type {import("eslint").Rule.RuleModule} */
const docblock = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { missing: "Say in a docblock what {{name}} changes, means or throws." },
  },
  create(context) {
    return {
      ExportNamedDeclaration(node) {
        if (node.declaration?.type !== "FunctionDeclaration") return;
        const [comment] = context.sourceCode.getCommentsBefore(node).slice(-1);
        if (comment?.type === "Block" && comment.value.startsWith("*")) return;
        const { id } = node.declaration;
        context.report({ node: id ?? node, messageId: "missing", data: { name: id?.name ?? "this" } });
      },
    };
  },
};

/** @type {import("eslint").Rule.RuleModule} */
const explainedSuppression = {
  meta: {
    type: "problem",
    schema: [],
    messages: { bare: "A suppression names its rule and, after --, its reason." },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const text = comment.value.trim();
          const typescript = /^@ts-(ignore|nocheck)|^@ts-expect-error\s*$/.test(text);
          const eslint =
            /^eslint-disable/.test(text) && !/^eslint-disable\S*\s+\S[^-]*(-\S+)*.*\s--\s\S/.test(text);
          if ((typescript || eslint) && comment.loc) context.report({ loc: comment.loc, messageId: "bare" });
        }
      },
    };
  },
};

export const house = { rules: { docblock, "explained-suppression": explainedSuppression } };
