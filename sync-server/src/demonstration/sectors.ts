import type { Sector } from '@chapeau/procedure';

/** The five areas of cooperation that the Bali conference reported. */
export const sectors: readonly Sector[] = [
  { id: 'policy-frameworks', name: 'Policy frameworks' },
  { id: 'crisis-management', name: 'Crisis management' },
  { id: 'data-management', name: 'Data management' },
  { id: 'innovation-for-smes', name: 'Innovation for small and medium-sized enterprises' },
  { id: 'capacity-and-inclusion', name: 'Capacity-building and digital inclusion' },
];
