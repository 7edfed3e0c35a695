/**
 * Python: the checks of Trust that need neither labels nor another model, as the page has them. Expects `cells`, `matches`
 * and `manifest` of the script.
 */
export const CHECK_LINES = `
# --- Checks of Trust that need neither labels nor another model; the page and the command line have the others too.
for _, measured in matches:
    print(f"genes measured: {measured.sum()} of {len(measured)} ({measured.mean():.1%})")
print(f"median genes per cell: {cells['detected'].median():.0f}")
for head in manifest["heads"]:
    name = head["phenotype"]
    labelled = cells[cells[name + "_label"].notna()]
    print(f"{name}: share of cells with p < .5: {(labelled[name + '_probability'] < 0.5).mean():.4f}")
    by_label = labelled.groupby(name + "_label").agg(
        cells=(name + "_label", "size"), probability=(name + "_probability", "mean"), entropy=(name + "_entropy", "mean")
    )
    print(by_label.sort_values("probability").head(10).round(3).to_string())
`;
