"""Times Rapport's reading, VADER and the plain pipeline on the same texts, one core each.

Start-up is excluded: each reads the texts once and then several times, and the difference counts.
VADER and the plain pipeline are timed in process, and so is Rapport; beside that its command line,
with JSON and pipes, is.
"""

import argparse
import glob
import json
import os
import subprocess
import time

os.environ["OMP_NUM_THREADS"] = "1"

ROUNDS = 10
# How many times as fast as each Rapport is to be.
AIMS = {"vader": 1, "plain pipeline": 10}
LABELS = 41  # as many as Rapport gives: polarity, emotions, flags, barriers, roots, tones


def texts_of(path):
    """One text a line, or the corpus's English messages."""
    if path:
        with open(path, encoding="utf-8") as lines:
            return [line.rstrip("\n") for line in lines if line.strip()]
    texts = []
    for name in sorted(glob.glob("Corpus/messages/en/*.tsv")):
        with open(name, encoding="utf-8") as lines:
            next(lines)
            texts += [line.rstrip("\n").split("\t")[3].replace("\\n", "\n") for line in lines]
    return texts


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rapport(texts):
    """Seconds for all texts once, by the program itself, through its command line."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()

    def run(rounds):
        command = [".build/release/rapport", "understand"]
        subprocess.run(command, input=lines * rounds, stdout=subprocess.DEVNULL, check=True)

    once = seconds(lambda: run(1))
    return (seconds(lambda: run(1 + ROUNDS)) - once) / ROUNDS


def rapport_in_process(texts):
    """Seconds for all texts once, without JSON and pipes, as the program itself takes them."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    command = [".build/release/rapport", "understand", "--pace"]
    answer = subprocess.run(command, input=lines, stdout=subprocess.PIPE, check=True).stdout
    pace = json.loads(answer)
    if pace["texts"] != len(texts):
        raise RuntimeError(f"only {pace['texts']} of {len(texts)} texts were read")
    return pace["microseconds"] * len(texts) / 1e6


def vader(texts):
    """Seconds for all texts once, with the Python package that VADER's authors publish."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    for text in texts[:100]:
        analyzer.polarity_scores(text)
    return seconds(lambda: [analyzer.polarity_scores(text) for text in texts])


def plain(texts):
    """Seconds for all texts once: hashed words 1-2 and letters 2-5, tf-idf, one-vs-rest."""
    import warnings

    import numpy
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import FeatureUnion, Pipeline

    pipeline = Pipeline([
        ("hash", FeatureUnion([
            # Without alternating signs: sublinear tf is a logarithm, and counts below 0 have none.
            ("words", HashingVectorizer(
                ngram_range=(1, 2), n_features=2**16, norm=None, alternate_sign=False)),
            ("letters", HashingVectorizer(
                analyzer="char_wb", ngram_range=(2, 5), n_features=2**16, norm=None,
                alternate_sign=False)),
        ])),
        ("tfidf", TfidfTransformer(sublinear_tf=True)),
        ("labels", OneVsRestClassifier(LogisticRegression(max_iter=5))),
    ])
    # Nor does it matter how good they are, so that five rounds are enough.
    warnings.simplefilter("ignore", ConvergenceWarning)
    # What the labels are does not matter for the pace: they are drawn by a fixed rule.
    sample = texts[:400]
    labels = numpy.array([[(i + k) % 7 == 0 for k in range(LABELS)] for i in range(len(sample))])
    pipeline.fit(sample, labels.astype(int))
    # One text at a time, as messages come.
    some = texts[:300]
    return seconds(lambda: [pipeline.predict_proba([text]) for text in some]) * len(texts) / len(some)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts")
    parser.add_argument("--json", default=".build/reading.json")
    options = parser.parse_args()
    texts = texts_of(options.texts)
    results = {}
    contenders = (
        ("rapport", rapport_in_process),
        ("rapport, JSON lines", rapport),
        ("vader", vader),
        ("plain pipeline", plain),
    )
    for name, run in contenders:
        taken = run(texts)
        results[name] = {"messagesPerSecond": len(texts) / taken, "microseconds": taken / len(texts) * 1e6}
        print(f"{name:20} {len(texts) / taken:10.0f} messages/s {taken / len(texts) * 1e6:10.1f} µs each")
    verdict = {}
    for name, aim in AIMS.items():
        ratio = results["rapport"]["messagesPerSecond"] / results[name]["messagesPerSecond"]
        verdict[name] = {"ratio": ratio, "aim": aim, "reached": ratio >= aim}
        print(f"{ratio:.2f} times the pace of {name} (aim {aim}): {'reached' if ratio >= aim else 'missed'}")
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump({"texts": len(texts), "results": results, "verdict": verdict}, file, indent=2)


if __name__ == "__main__":
    main()
