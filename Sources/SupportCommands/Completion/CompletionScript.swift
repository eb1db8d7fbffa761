import SupportWire

/// The scripts that make a shell ask `supportc` itself what may come next.
///
/// The parser's own scripts know words only, and that for fish takes half a second a key.
enum CompletionScript: String, CaseIterable {
    case bash, zsh, fish

    private static let option = "--generate-completion-script"

    /// The script that a command line requests; nil where it requests none. Without a shell's name
    /// it is the one that the user has.
    static func requested(
        by arguments: [String], shell: String?
    ) throws(WireError) -> CompletionScript? {
        let options = arguments.prefix { $0 != "--" }
        guard let place = options.firstIndex(where: { $0 == option || $0.hasPrefix("\(option)=") })
        else { return nil }
        let said = options[place] == option ? arguments.dropFirst(place + 1).first : nil
        let usual = shell?.split(separator: "/").last.map(String.init) ?? ""
        let name =
            options[place] == option
            ? said ?? usual : String(options[place].dropFirst(option.count + 1))
        guard let script = CompletionScript(rawValue: name) else {
            throw WireError(
                .usage, "usage",
                "\(option): \(name.isEmpty ? "no shell is named" : "\(name) is not such a shell")",
                hint: "name one of \(Words.list(allCases.map(\.rawValue)))")
        }
        return script
    }

    /// The script's text.
    var text: String {
        switch self {
        case .bash: Self.bashText
        case .zsh: Self.zshText
        case .fish: Self.fishText
        }
    }

    private static let bashText = #"""
        # Completion of supportc in bash.
        _supportc() {
            local line word current before='' glued='' count=0 ending
            local -a words=()
            # bash takes --option=value apart at the mark.
            for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
                if [[ $count -gt 0 && ( $glued || $word == = ) ]]; then
                    words[count - 1]+="$word"
                    if [[ $word == = ]]; then glued=1; else glued=''; fi
                else
                    words[count++]="$word"
                fi
            done
            current="${words[count - 1]}"
            [[ $current == --*=* && $COMP_WORDBREAKS == *=* ]] && before="${current%%=*}="
            COMPREPLY=()
            compopt -o nosort 2>/dev/null
            while IFS= read -r line; do
                case $line in
                $'\tfiles'*)
                    ending="${line#$'\tfiles'}"
                    _supportc_files "${current#"$before"}" "${ending#$'\t'}"
                    ;;
                "$current"*) COMPREPLY+=("${line#"$before"}") ;;
                esac
            done < <("${COMP_WORDS[0]/#\~/$HOME}" ---completion bash "${words[@]}" 2>/dev/null)
        }
        _supportc_files() {
            local path
            compopt -o filenames 2>/dev/null
            while IFS= read -r path; do
                if [[ -z $2 || -d $path || $path == *."$2" ]]; then COMPREPLY+=("$path"); fi
            done < <(compgen -f -- "$1")
        }
        complete -F _supportc supportc
        """#

    private static let zshText = #"""
        #compdef supportc
        # Completion of supportc in zsh.
        _supportc() {
            local line
            local -a lines candidates
            lines=("${(@f)$(${~words[1]} ---completion zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
            for line in "${lines[@]}"; do
                case $line in
                ('') ;;
                ($'\tfiles') _files; return ;;
                ($'\tfiles\t'*) _files -g "*.${line##*$'\t'}"; return ;;
                (*$'\t'*) candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
                (*) candidates+=("${line//:/\\:}") ;;
                esac
            done
            _describe -V -t supportc supportc candidates
        }
        if [[ $funcstack[1] == _supportc ]]; then
            _supportc "$@"
        else
            compdef _supportc supportc
        fi
        """#

    private static let fishText = #"""
        # Completion of supportc in fish.
        function __supportc_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            test (count $current) -eq 0; and set current ''
            set -l program $words[1]
            set -e words[1]
            for line in (command $program ---completion fish $words $current 2>/dev/null)
                switch $line
                    case \t'files'
                        __fish_complete_path "$current"
                    case \t'files'\t'*'
                        __fish_complete_suffix ".$(string split \t -- $line)[3]"
                    case '*'
                        printf '%s\n' $line
                end
            end
        end
        complete -c supportc -f -k -a '(__supportc_complete)'
        """#
}
