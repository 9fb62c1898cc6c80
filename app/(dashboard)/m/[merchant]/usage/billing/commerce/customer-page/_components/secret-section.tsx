"use client";

import { Button, Modal, SegmentedControl, Stack, Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { CodeBlock, Instant, notifyFailed, Section } from "@/components/ui";
import { TOKEN_EXAMPLES, tokenExample, type TokenLanguage } from "@/lib/portal/core";
import { rotateSecretAction } from "./actions";
import { SECRET } from "./words";

const DAY_SECONDS = 86_400;

type SecretProps = { merchant: string; madeAt: Date | null; previousUntil: Date | null; mayEdit: boolean };

/** The secret for signing tokens: whether there is one, a new one, and how a server uses it. */
export function SecretSection({ merchant, madeAt, previousUntil, mayEdit }: SecretProps) {
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [language, setLanguage] = useState<TokenLanguage>("php");
  const button = madeAt === null ? SECRET.make : SECRET.replace;
  return (
    <Section
      title={SECRET.title}
      description={SECRET.help}
      actions={
        mayEdit ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {button}
          </Button>
        ) : null
      }
    >
      <p id="secret">
        {madeAt === null ? (
          SECRET.none
        ) : (
          <>
            {SECRET.made} <Instant at={madeAt} />.
          </>
        )}
        {previousUntil === null ? null : (
          <>
            {" "}
            {SECRET.previous} <Instant at={previousUntil} />.
          </>
        )}
      </p>
      {secret === null ? null : (
        <div role="status">
          <CodeBlock code={secret} title={SECRET.shown} wrap />
          <p className="tg-portal-note">{SECRET.shownHelp}</p>
        </div>
      )}
      <SegmentedControl
        aria-label={SECRET.languagesLabel}
        value={language}
        data={TOKEN_EXAMPLES.map((value) => ({ value, label: SECRET.languages[value] }))}
        onChange={(value) => setLanguage(TOKEN_EXAMPLES.find((each) => each === value) ?? "php")}
      />
      <CodeBlock code={tokenExample(language, merchant)} title={SECRET.example} />
      {asking ? (
        <RotateDialog
          merchant={merchant}
          first={madeAt === null}
          onMade={setSecret}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  );
}

type DialogProps = {
  merchant: string;
  first: boolean;
  onMade: (secret: string) => void;
  onClose: () => void;
};

function RotateDialog({ merchant, first, onMade, onClose }: DialogProps) {
  const [keep, setKeep] = useState(true);
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const rotate = () =>
    startTransition(async () => {
      const answer = await rotateSecretAction(merchant, { keepOldForSeconds: keep ? DAY_SECONDS : 0 });
      if (!answer.ok) return notifyFailed(SECRET.failed, answer.error.message);
      onMade(answer.data.secret);
      onClose();
      router.refresh();
    });
  return (
    <Modal opened onClose={onClose} title={first ? SECRET.make : SECRET.ask}>
      <form action={rotate}>
        <Stack gap="md">
          <p>{first ? SECRET.shownHelp : SECRET.askText}</p>
          {first ? null : (
            <Switch
              label={SECRET.keep}
              checked={keep}
              onChange={(event) => setKeep(event.currentTarget.checked)}
            />
          )}
          <Button type="submit" loading={busy}>
            {first ? SECRET.make : SECRET.replace}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
