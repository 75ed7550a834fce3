export function environmentBaselines(folder: string): string[];
