type FilePiece = { readonly text: string } | { readonly bytes: Uint8Array };

/** A file that is made while it is read. */
export type FileInTheMaking = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<FilePiece>;
};

type FileBody = {
  readonly body: ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * A file as the body and headers of an answer. The first piece is made before it returns: what goes wrong until then
 * can still be told; after that, a failure breaks the download off. A reader who leaves ends the making.
 */
export async function fileResponse({ fileName, mediaType, pieces }: FileInTheMaking): Promise<FileBody> {
  const encoder = new TextEncoder();
  let next: IteratorResult<FilePiece> | null = await pieces.next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = next ?? (await pieces.next());
        next = null;
        if (piece.done) controller.close();
        else controller.enqueue("text" in piece.value ? encoder.encode(piece.value.text) : piece.value.bytes);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 2 },
  );
  const disposition = `attachment; filename="${asciiOf(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return { body, headers: { "content-type": mediaType, "content-disposition": disposition } };
}

function asciiOf(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\]/g, "-");
}
