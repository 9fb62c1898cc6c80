import { Link2 } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import type { ApiContent, ApiOperation, ApiParameter, ApiResponse, Method } from "./api-document";
import { curlOf, type Target } from "./curl-of";
import { RichText } from "./rich-text";
import { Facts, SchemaTree, typeText } from "./schema-tree";

/** One operation: what it does, what it takes and answers on the left, a request to copy on the right. */
export function OperationSection({ operation, target }: { operation: ApiOperation; target: Target }) {
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
        <Responses responses={responses} />
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

function Responses({ responses }: { responses: readonly ApiResponse[] }) {
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
          {content ? <SchemaTree schema={content.schema} /> : <p className="tg-quiet">No body.</p>}
        </details>
      ))}
    </>
  );
}
