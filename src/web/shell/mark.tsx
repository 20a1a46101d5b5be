/** The sign of Articula: three places joined at one hinge. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="6" fill="var(--action)" />
      <g stroke="var(--action-ink)" strokeWidth="2.5" strokeLinecap="round" fill="none">
        <path d="M16 15 9 9M16 15l8-5M16 15v9" />
      </g>
      <g fill="var(--action-ink)">
        <circle cx="8.5" cy="8.5" r="3" />
        <circle cx="24" cy="9.5" r="3" />
        <circle cx="16" cy="24.5" r="3" />
      </g>
      <circle cx="16" cy="15" r="3.5" fill="var(--action)" stroke="var(--action-ink)" strokeWidth="2" />
    </svg>
  );
}
