/** @jsxImportSource hono/jsx */
import { Frame } from "./frame";
import { addressIn, type Visitor } from "./visitor";
import type { Words } from "./words";

type MessageProps = { visitor: Visitor; title: string; text: string };

/** One thing to say, and the way on. */
export function MessageScreen({ visitor, title, text }: MessageProps) {
  return (
    <Frame visitor={visitor} title={title}>
      <section class="card message" role="status">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={addressIn(visitor, "", { key: null })}>{visitor.words.onward}</a>
        </p>
      </section>
    </Frame>
  );
}

type PlainProps = {
  words: Words;
  what: "noPage" | "whichPage" | "broken";
  shops: readonly { slug: string; name: string }[];
};

/** The same where no merchant is known: there is no name, and no page to go on to but those one is signed in to. */
export function PlainScreen({ words, what, shops }: PlainProps) {
  const { title, text } = words[what];
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/portal.css" />
      </head>
      <body>
        <div class="page">
          <main>
            <section class="card message">
              <h1>{title}</h1>
              <p>{text}</p>
              {shops.length === 0 ? null : (
                <ul class="shops">
                  {shops.map(({ slug, name }) => (
                    <li>
                      <a href={`/usage/${encodeURIComponent(slug)}`}>{name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </main>
        </div>
      </body>
    </html>
  );
}
