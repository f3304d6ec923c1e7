export function houseComplaints(path: string, text: string): string[];
export function houseComplaintsOfTree(): string[];
