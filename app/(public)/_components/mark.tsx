/** The mark: a toll bar that has just opened, and the coin that opened it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="tg-mark">
      <rect width="32" height="32" rx="7" className="tg-mark-ground" />
      <path d="M9 25V10.5" className="tg-mark-line" strokeWidth="3.2" strokeLinecap="round" />
      <path d="M9 14.5 25 7.5" className="tg-mark-line" strokeWidth="4" strokeLinecap="round" />
      <path d="m14.2 12.2 3-1.3m2.4-1.1 3-1.3" className="tg-mark-stripe" strokeWidth="4" />
      <circle cx="22.5" cy="23" r="3.2" className="tg-mark-coin" />
    </svg>
  );
}
