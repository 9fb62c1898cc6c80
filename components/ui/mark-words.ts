/** Cuts a text into pieces; those that are a hit are highlighted. Joined they are the text. */
export type MarkText = (text: string) => readonly { readonly text: string; readonly hit: boolean }[];

/** As much of an HTML tree as highlighting needs to know. */
export type TreeNode = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, never>;
  children?: TreeNode[];
};

/** Puts what is to be highlighted of a tree's texts into `<mark>`. Changes the tree. */
export function markWords(node: TreeNode, mark: MarkText): void {
  node.children &&= node.children.flatMap((child) => {
    if (child.type === "text") return pieces(child.value ?? "", mark);
    markWords(child, mark);
    return [child];
  });
}

function pieces(value: string, mark: MarkText): TreeNode[] {
  return mark(value).map(({ text, hit }) => {
    const plain = { type: "text", value: text };
    return hit ? { type: "element", tagName: "mark", properties: {}, children: [plain] } : plain;
  });
}
