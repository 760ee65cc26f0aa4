/** The mark: three layers as weft, two threads as warp, over and under. */
export function Logo() {
  return (
    <svg
      width="1.375rem"
      height="1.375rem"
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="2.2"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M4 6.5h16M4 12h16M4 17.5h16" stroke="var(--accent-mark)" />
      <path d="M8.4 3v1M8.4 9v6M8.4 20v1M15.6 3v6.5M15.6 14.5V21" stroke="var(--text)" />
    </svg>
  )
}
