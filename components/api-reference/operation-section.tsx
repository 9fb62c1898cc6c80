import { Link2 } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import type { ApiContent, ApiOperation, ApiParameter, ApiResponse, Method, SchemaNode } from "./api-document";
import { curlOf, type Target } from "./curl-of";
import { RichText } from "./rich-text";
import { Facts, SchemaTree, typeText } from "./schema-tree";
import { ERRORS_ID, isShared } from "./shared-problem";

/** One operation: what it does, what it takes and answers on the left, a request to copy on the right. */
export function OperationSection({
  operation,
  target,
  problem,
}: {
  operation: ApiOperation;
  target: Target;
  /** The shape that errors share, described elsewhere. */
  problem: SchemaNode | null;
}) {
  const { id, method, path, summary, description, parameters, body, responses } = operation;
  const [success] = responses.filter(({ status, content }) => status.startsWith("2") && content);
  return (
    <section className="tg-operation" id={id} aria-labelledby={`${id}-title`}>
      <div className="tg-operation-text">
        <h3 id={`${id}-title`}>
          {summary}
          <a href={`#${id}`} className="tg-anchor" aria-label={`Link to ${summary}`}>
            <Link2 size={14} aria-hidden />
          </a>
        </h3>
        <p className="tg-operation-route">
          <MethodBadge method={method} />
          <code>{path}</code>
        </p>
        {description ? <RichText text={description} className="tg-operation-description" /> : null}
        <Parameters parameters={parameters} />
        {body ? <Body title="Request body" content={body} /> : null}
        <Responses responses={responses} problem={problem} />
      </div>
      <div className="tg-operation-code">
        <CodeBlock title="Request" code={curlOf(operation, target)} />
        {success?.content ? (
          <CodeBlock
            title={`Answer ${success.status}`}
            code={JSON.stringify(success.content.example, null, 2)}
          />
        ) : null}
      </div>
    </section>
  );
}

/** GET, POST, … each in its own quiet colour. */
export function MethodBadge({ method }: { method: Method }) {
  return (
    <span className="tg-method" data-method={method}>
      {method === "delete" ? "DEL" : method.toUpperCase()}
    </span>
  );
}

function Parameters({ parameters }: { parameters: readonly ApiParameter[] }) {
  if (parameters.length === 0) return null;
  return (
    <>
      <h4>Parameters</h4>
      <ul className="tg-schema">
        {parameters.map(({ name, place, required, description, schema }) => (
          <li key={`${place} ${name}`} className="tg-schema-field">
            <div className="tg-schema-line">
              <code className="tg-schema-name">{name}</code>
              <span className="tg-schema-type">{typeText(schema)}</span>
              <span className="tg-schema-type">in {place}</span>
              {required ? <span className="tg-schema-required">required</span> : null}
            </div>
            <Facts schema={{ ...schema, description }} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Body({ title, content }: { title: string; content: ApiContent }) {
  return (
    <>
      <h4>
        {title} <span className="tg-schema-type">{content.mediaType}</span>
      </h4>
      <SchemaTree schema={content.schema} />
    </>
  );
}

type ResponsesProps = { responses: readonly ApiResponse[]; problem: SchemaNode | null };

function Responses({ responses, problem }: ResponsesProps) {
  return (
    <>
      <h4>Answers</h4>
      {responses.map(({ status, description, content }) => (
        <details key={status} className="tg-response">
          <summary>
            <span className="tg-response-status" data-good={status.startsWith("2") || undefined}>
              {status}
            </span>
            {description}
          </summary>
          <Answer content={content} problem={problem} />
        </details>
      ))}
    </>
  );
}

function Answer({ content, problem }: { content: ApiContent | null; problem: SchemaNode | null }) {
  if (!content) return <p className="tg-quiet">No body.</p>;
  if (!isShared(content, problem)) return <SchemaTree schema={content.schema} />;
  return (
    <p className="tg-quiet">
      As all <a href={`#${ERRORS_ID}`}>errors</a>.
    </p>
  );
}
