import { z } from "zod";

const MOST = 12;
const BASE64 = /^[a-z0-9+/]+=*$/i;
const ON_THE_WEB = /^https?:\/\//i;

const imageShape = z.union([
  z.string().regex(ON_THE_WEB),
  z.object({ url: z.string().regex(ON_THE_WEB) }).transform(({ url }) => url),
  z
    .object({ b64_json: z.string().regex(BASE64) })
    .transform(({ b64_json: data }) => `data:image/png;base64,${data}`),
]);

const responseShape = z.object({
  data: z.array(z.unknown()).catch([]),
  images: z.array(z.unknown()).catch([]),
});

/** The images a stored response holds or points at, where image providers put them: `data` or `images`. */
export function imagesOf(response: unknown): string[] {
  const parsed = responseShape.safeParse(response);
  if (!parsed.success) return [];
  return [...parsed.data.data, ...parsed.data.images].slice(0, MOST).flatMap((each) => {
    const image = imageShape.safeParse(each);
    return image.success ? [image.data] : [];
  });
}
