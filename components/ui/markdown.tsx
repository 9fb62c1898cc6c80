import ReactMarkdown, { type Components, defaultUrlTransform } from "react-markdown";
import remarkGfm from "remark-gfm";
import { TextBlock } from "./code-block";
import { isPlain } from "./markdown-guard";
import { markWords, type MarkText, type TreeNode } from "./mark-words";
import { OutsideImage } from "./outside-image";

type MarkdownProps = {
  text: string;
  /** Which parts of a text are to be highlighted. */
  mark?: MarkText | undefined;
};

/**
 * Text written by people or models, formatted as they meant it. HTML in it stays text; links leave without telling
 * from where; an image from elsewhere loads only when it is asked for. What would take long to read stays plain.
 */
export function Markdown({ text, mark }: MarkdownProps) {
  if (isPlain(text)) return <TextBlock text={text} mark={mark} />;
  try {
    return (
      <div className="tg-markdown" dir="auto">
        {ReactMarkdown({
          children: text,
          components: COMPONENTS,
          remarkPlugins: [remarkGfm],
          rehypePlugins: mark ? [() => (tree: TreeNode) => markWords(tree, mark)] : [],
          urlTransform: safeUrl,
        })}
      </div>
    );
  } catch {
    return <TextBlock text={text} mark={mark} />; // nested beyond what the parser can hold
  }
}

const PICTURE = /^data:image\/(png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]+$/i;

/** Web and mail addresses; of data only pictures, and only where a picture is shown. */
function safeUrl(url: string, key: string): string {
  return key === "src" && PICTURE.test(url) ? url : defaultUrlTransform(url);
}

const COMPONENTS: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  img: ({ src, alt }) => <OutsideImage src={typeof src === "string" ? src : ""} alt={alt ?? ""} />,
  h1: ({ children }) => <p className="tg-markdown-head">{children}</p>,
  h2: ({ children }) => <p className="tg-markdown-head">{children}</p>,
  h3: ({ children }) => <p className="tg-markdown-head">{children}</p>,
  h4: ({ children }) => <p className="tg-markdown-head">{children}</p>,
  h5: ({ children }) => <p className="tg-markdown-head">{children}</p>,
  h6: ({ children }) => <p className="tg-markdown-head">{children}</p>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div className="tg-markdown-table" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  input: ({ checked }) => <span aria-hidden="true">{checked ? "☑ " : "☐ "}</span>,
};
