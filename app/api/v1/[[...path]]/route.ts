import { api } from "@/lib/api";

/** The second door of the API: the app that our own server answers with, so that any Next host serves it too. */
const handle = (request: Request) => api.fetch(request);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
