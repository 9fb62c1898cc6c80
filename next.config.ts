import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  reactCompiler: true,
  cacheComponents: true,
  partialPrefetching: true,
  // `npm run check` type-checks everything; doing it again would only slow the first start down.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@mantine/charts"],
    // A list of grants or prices travels as one text; the HTTP API takes as much.
    serverActions: { bodySizeLimit: "4mb" },
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
      ],
    },
    // The key of a session travels in addresses inside a frame: they are told to nobody.
    { source: "/usage/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    {
      source: "/:file(portal\\.css|portal\\.js|embed\\.js)",
      headers: [{ key: "Cache-Control", value: "public, max-age=300, stale-while-revalidate=86400" }],
    },
    // Only the customer's page is made to be embedded in a shop.
    {
      source: "/((?!usage(?:/|$)).*)",
      headers: [{ key: "X-Frame-Options", value: "SAMEORIGIN" }],
    },
  ],
};

export default config;
