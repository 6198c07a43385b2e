/** Why a run was started, where it was not for its own sake. */
export type Purpose =
  /** To see whether the remedy that a rule proposes for the run `of` does what the rule expects. */
  | { readonly kind: 'remedy'; readonly of: string; readonly rule: string }
  /** To find a loss the learning rate with which it is compared. */
  | { readonly kind: 'sweep' }
  /** To compare losses, each with the learning rate that its sweep found. */
  | { readonly kind: 'fair' }
  /** As a part of a study; runs of one `arm` differ in their seeds alone. */
  | { readonly kind: 'study'; readonly study: string; readonly arm: string };
