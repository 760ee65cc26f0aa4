/** How the view moves; at once for those who asked their system for less motion. */
export const motion = (): { readonly duration: number } => ({
  duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
})
