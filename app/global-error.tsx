"use client";

import "@/components/ui/styles";
import { mantineHtmlProps } from "@mantine/core";
import { AppProvider, type Failed } from "@/components/ui";
import { fontClassNames } from "@/components/ui/fonts";
import ErrorPage from "./error";

/** When even the frame of all pages fails: the same words, in a document of its own. */
export default function GlobalError({ error, retry }: Failed) {
  return (
    <html lang="en" className={fontClassNames} {...mantineHtmlProps}>
      <head>
        <title>Tollgate</title>
      </head>
      <body>
        <AppProvider>
          <ErrorPage error={error} retry={retry} />
        </AppProvider>
      </body>
    </html>
  );
}
