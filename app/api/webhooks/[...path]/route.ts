import { api } from "@/lib/api";

/** The second door of webhooks: the app that our own server answers with, so that any Next host takes them too. */
const handle = (request: Request) => api.fetch(request);

export { handle as GET, handle as HEAD, handle as OPTIONS, handle as POST };
