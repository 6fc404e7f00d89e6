/** From the mildest to the gravest. */
export const severities = ['hint', 'information', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** What the user has set, by rule id; a rule that is not named keeps its own severity. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;
