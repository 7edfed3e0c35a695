/** A lens over three cells. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="9.5" cy="9.5" r="7.5" fill="none" stroke="var(--accent)" stroke-width="2" />
      <circle cx="6.9" cy="8" r="1.7" fill="#c97e1f" />
      <circle cx="11.6" cy="7.2" r="1.7" fill="#109d75" />
      <circle cx="10" cy="12.1" r="1.7" fill="#cd452c" />
      <path d="M15 15l5 5" stroke="var(--accent)" stroke-width="2.4" stroke-linecap="round" />
    </svg>
  );
}

export function Lock() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <rect x="2" y="6" width="10" height="7" rx="1.6" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M4.4 6V4a2.6 2.6 0 015.2 0v2" fill="none" stroke="currentColor" stroke-width="1.4" />
    </svg>
  );
}
