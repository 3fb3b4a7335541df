export const Logo = ({ size = 34 }: { size?: number }) => (
  <svg width={size} height={size} aria-hidden="true">
    <use href="#logo" />
  </svg>
)

export const Wordmark = () => (
  <span>
    Core<em>Fans</em>
  </span>
)

/** The mark of the house: open circles around a warm core. */
export const Rings = ({ className }: { className: string }) => (
  <svg className={className} viewBox="0 0 270 270" aria-hidden="true">
    {[34, 50, 66, 82, 98, 114, 130].map((r, i) => (
      <circle
        key={r}
        cx="135"
        cy="135"
        r={r}
        fill="none"
        stroke="currentColor"
        strokeWidth={2.4 - i * 0.2}
        strokeDasharray={`${Math.round(r * 2.7)} ${14 + i * 5}`}
        opacity={0.9 - i * 0.11}
        transform={`rotate(${i * 37} 135 135)`}
      />
    ))}
  </svg>
)
