/** What a team is: colleagues of a workplace, a party branch, a club, neighbours. */
export const TEAM_KINDS = ['workplace', 'party_branch', 'club', 'neighbours'] as const
export type TeamKind = (typeof TEAM_KINDS)[number]

/** With fewer than these of a team in a session, its name would tell who they are. */
export const TEAM_SHOWN_FROM = 3
