import "./api-reference.css";
import "./schemas.css";
import "@/components/data-table/data-table.css";
import type { ReactNode } from "react";
import { OperationSection } from "./operation-section";
import { parseOpenApi } from "./parse-openapi";
import { ReferenceNav } from "./reference-nav";
import { RichText } from "./rich-text";
import { SchemaTree } from "./schema-tree";
import { ERRORS_ID, sharedProblem } from "./shared-problem";

type ApiReferenceProps = {
  /** An OpenAPI 3.1 document. */
  document: unknown;
  /** Where the API answers, when the document names no server: "https://api.example". */
  server?: string;
  /** The shell variable that holds the key in the examples: "API_KEY". */
  keyVariable: string;
  /** Shown under the introduction: links to the document itself, to sign-in. */
  links?: ReactNode;
};

/** A browsable reference of an API, rendered on the server from its OpenAPI document. */
export function ApiReference({ document, server = "", keyVariable, links }: ApiReferenceProps) {
  const api = parseOpenApi(document);
  const problem = sharedProblem(api);
  const target = {
    server: api.server.startsWith("http") ? api.server : `${server}${api.server}`,
    keyVariable,
  };
  return (
    <div className="tg-reference">
      <ReferenceNav
        groups={api.groups.map(({ name, slug, operations }) => ({
          name,
          slug,
          entries: operations.map(({ id, method, path, summary }) => ({ id, method, path, summary })),
        }))}
      />
      <div className="tg-reference-body">
        <header className="tg-reference-intro">
          <h1>{api.title}</h1>
          <p className="tg-quiet">Version {api.version}</p>
          {api.description ? <RichText text={api.description} className="tg-operation-description" /> : null}
          {links}
        </header>
        {problem ? (
          <section id={ERRORS_ID} className="tg-reference-section">
            <h2>Errors</h2>
            <SchemaTree schema={problem} />
          </section>
        ) : null}
        {api.groups.map((group) => (
          <section key={group.slug} id={group.slug} className="tg-reference-section">
            <h2>{group.name}</h2>
            {group.description ? (
              <RichText text={group.description} className="tg-operation-description" />
            ) : null}
            {group.operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} target={target} problem={problem} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
