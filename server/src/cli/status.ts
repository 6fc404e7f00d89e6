/** What the process tells its caller, the same for every verb. */
export const exitStatus = {
  /** Nothing found at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Wrong use, or a file that could not be read; outranks findings. */
  trouble: 2,
} as const;
