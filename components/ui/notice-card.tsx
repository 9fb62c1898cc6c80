import "./notice-card.css";

type NoticeAction = {
  readonly slot: "primary" | "secondary";
  readonly label: string;
  /** Null: it is not known where it leads. */
  readonly url: string | null;
};

type NoticeCardProps = { message: string; actions: readonly NoticeAction[] };

/** A message in the way of somebody, with up to two ways on: what a visitor sees who may not go on for now. */
export function NoticeCard({ message, actions }: NoticeCardProps) {
  return (
    <div className="tg-notice">
      <p className="tg-notice-message">{message}</p>
      {actions.length === 0 ? null : (
        <div className="tg-notice-actions">
          {actions.map(({ slot, label, url }) => (
            <NoticeLink key={slot} slot={slot} label={label} url={url} />
          ))}
        </div>
      )}
    </div>
  );
}

function NoticeLink({ slot, label, url }: NoticeAction) {
  if (url === null || !/^https?:\/\//.test(url)) {
    return (
      <span className="tg-notice-action" data-slot={slot}>
        {label}
      </span>
    );
  }
  return (
    <a className="tg-notice-action" data-slot={slot} href={url} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
