/** What each paragraph still lacks. */
export function OverviewPage() {
  return null;
}
