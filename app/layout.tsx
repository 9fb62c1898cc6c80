import "@/components/ui/styles";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { RailScript } from "@/components/shell";
import { AppProvider } from "@/components/ui";
import { fontClassNames } from "@/components/ui/fonts";

export const metadata: Metadata = {
  title: { default: "Tollgate", template: "%s · Tollgate" },
  description: "The control room for AI usage: log, price, charge, limit and sell AI requests.",
};

export const viewport: Viewport = {
  // A list that opens past the edge for an instant must not make a phone lay the page out anew, wider.
  minimumScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#131211" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontClassNames} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
        <RailScript />
      </head>
      <body>
        <AppProvider>{children}</AppProvider>
      </body>
    </html>
  );
}
